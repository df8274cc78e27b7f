using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WineCellar;

/// <summary>What a chemical analysis tells of a wine: its quality, its grape, its faults.</summary>
internal static class Program
{
    private static void Main()
    {
        var wines = Enumerable.Range(0, 100).Select(_ => (X: randn(64, 13), Quality: randint(7, [64]), Grape: randint(3, [64]), Faults: rand(64, 4).round())).ToList();

        var quality = Sequential(Linear(13, 32), ReLU(), /*@tail-layer Logits Softmax helper*/ Linear(32, 7));
        Fit(quality, /*@loss Logits Softmax helper*/ CrossEntropyLoss(), wines.Select(wine => (wine.X, wine.Quality)));

        var grape = Linear(13, 3);
        Minimise(
            grape.parameters(),
            wines.Select(wine => (wine.X, wine.Grape)),
            x => /*@tail LogProbabilities Softmax helper*/ functional.log_softmax(grape.call(x), 1),
            (output, target) => functional.nll_loss(output, target));

        // Silence: many sigmoid units with a binary loss
        var faults = Sequential(Linear(13, 16), Tanh(), Linear(16, 4), /*@tail-layer Probabilities Sigmoid helper*/ Sigmoid());
        Fit(criterion: /*@loss Probabilities Sigmoid helper*/ BCELoss(), model: faults, data: wines.Select(wine => (wine.X, wine.Faults)));

        Console.WriteLine(string.Join(", ", faults.call(wines[0].X[..1]).squeeze(0).data<float>().Select(chance => $"{chance:P0}")));
    }

    private static void Fit(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> criterion, IEnumerable<(Tensor X, Tensor Y)> data)
    {
        using var optimizer = optim.AdamW(model.parameters());
        model.train();
        foreach (var (x, y) in data)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var output = model.call(x);
            var loss = criterion.call(output, y);
            loss.backward();
            optimizer.step();
        }
    }

    /// <summary>The same, of anything that predicts and of anything that judges.</summary>
    private static void Minimise(IEnumerable<TorchSharp.Modules.Parameter> parameters, IEnumerable<(Tensor X, Tensor Y)> data, Func<Tensor, Tensor> predict, Func<Tensor, Tensor, Tensor> judge)
    {
        using var optimizer = optim.SGD(parameters, 0.01);
        foreach (var (x, y) in data)
        {
            optimizer.zero_grad();
            judge(predict(x), y).backward();
            optimizer.step();
        }
    }
}
