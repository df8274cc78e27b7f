using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageTextPairs;

internal static class Program
{
    private static void Main()
    {
        var model = new ContrastiveModel(vocabulary: 8000);
        using var optimizer = optim.AdamW(model.parameters(), lr: 5e-5, weight_decay: 0.2);
        foreach (var (images, captions) in Pairs(500))
        {
            using var scope = NewDisposeScope();
            var loss = PairLoss(model.call(images, captions)) + 0.1 * SelfSupervised(model.Images, images);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            Console.WriteLine($"loss {loss.item<float>():F4}");
        }

        var probe = new LinearProbe(model.Images, classes: 100);
        probe.Fit(Pairs(50).Select(pair => (pair.Images, randint(100, [32]))));
        ZeroShot(model, rand(1, 3, 224, 224), randint(8000, [5, 16]));
    }

    /// <summary>Every image looks for its sentence, every sentence for its image.</summary>
    private static Tensor PairLoss(Tensor similarity)
    {
        // Silence: contrastive pairs both ways
        var own = arange(similarity.shape[0]);
        var imageToText = functional.cross_entropy(similarity, own);
        var textToImage = -functional.log_softmax(similarity, 0).diagonal().mean();
        return (imageToText + textToImage + functional.cross_entropy(similarity.t(), own)) / 3;
    }

    /// <summary>Two views of one image find each other among all others.</summary>
    private static Tensor SelfSupervised(IEncoder encoder, Tensor images, double temperature = 0.1)
    {
        var (first, second) = (encoder.Encode(images.flip(3)), encoder.Encode(images + 0.1 * randn_like(images)));

        // Silence: contrastive pairs
        return functional.cross_entropy(first.matmul(second.t()) / temperature, arange(images.shape[0]));
    }

    private static void ZeroShot(ContrastiveModel model, Tensor image, Tensor prompts)
    {
        using var quiet = no_grad();
        var probabilities = model.call(image, prompts).softmax(-1).squeeze(0);
        var (values, indexes) = probabilities.topk(3);
        for (var i = 0; i < 3; i++)
        {
            Console.WriteLine($"prompt {indexes[i].item<long>()}: {values[i].item<float>():P1}");
        }
    }

    private static IEnumerable<(Tensor Images, Tensor Captions)> Pairs(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (rand(32, 3, 224, 224), randint(8000, [32, 16]));
        }
    }
}
