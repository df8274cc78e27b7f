using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MovieTagger;

internal static class Program
{
    private static readonly string[] s_tags = ["drama", "comedy", "thriller", "romance", "war", "western", "horror", "family"];

    private static void Main()
    {
        var data = Enumerable.Range(0, 50).Select(_ => (X: randint(5000, [32, 80]), Y: rand(32, s_tags.Length).round())).ToList();

        // Silence: many sigmoid units with a binary loss
        var simple = new Trainer<BagOfWords>(new BagOfWords(5000, s_tags.Length), /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss(), metric: F1);
        var recurrent = new Trainer<Recurrent>(new Recurrent(5000, s_tags.Length), criterion: /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss(), learningRate: 3e-4);

        foreach (var (epoch, loss, score) in simple.Run(5, data).Concat(recurrent.Run(5, data)))
        {
            Console.WriteLine($"{epoch}: loss {loss:F4}, F1 {score:F3}");
        }

        Console.WriteLine(string.Join(", ", Tags(recurrent.Model, data[0].X[..1])));
    }

    /// <summary>A tag is given where its logit is positive: where its probability is over one half.</summary>
    private static double F1(Tensor output, Tensor target)
    {
        var given = (output > 0).to_type(ScalarType.Float32);
        var right = (given * target).sum().item<float>();
        return 2 * right / Math.Max(1, given.sum().item<float>() + target.sum().item<float>());
    }

    private static string[] Tags(Module<Tensor, Tensor> model, Tensor plot)
    {
        model.eval();
        using var quiet = no_grad();
        var probabilities = sigmoid(model.call(plot)).squeeze(0).data<float>().ToArray();
        return [.. s_tags.Where((_, index) => probabilities[index] > 0.4f)];
    }
}
