using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DigitVae;

public static class Program
{
    public static void Main()
    {
        var vae = new Vae();
        var optimizer = optim.Adam(vae.parameters(), lr: 1e-3);
        for (var epoch = 1; epoch <= 10; epoch++)
        {
            Console.WriteLine($"epoch {epoch}: {TrainEpoch(vae, optimizer, Images(100)):F3}, pixels right {Agreement(vae, Images(10)):P1}");
        }

        Console.WriteLine(vae.Sample(16).mean().item<float>());
    }

    private static double TrainEpoch(Vae vae, optim.Optimizer optimizer, IEnumerable<Tensor> batches)
    {
        vae.train();
        double total = 0;
        foreach (var images in batches)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = EvidenceBound(vae.call(images), images);
            loss.backward();
            optimizer.step();
            total += loss.item<float>();
        }

        return total;
    }

    /// <summary>How badly the pixels are told, and how far the Gaussian is from the unit one.</summary>
    private static Tensor EvidenceBound(VaeOutput output, Tensor images)
    {
        var reconstruction = /*@loss Probabilities Sigmoid other-file*/ functional.binary_cross_entropy(output.Reconstruction, images.flatten(1), reduction: Reduction.Sum);
        var divergence = -0.5 * (1 + output.LogVariance - output.Mean.pow(2) - output.LogVariance.exp()).sum();
        return reconstruction + divergence;
    }

    private static double Agreement(Vae vae, IEnumerable<Tensor> batches)
    {
        vae.eval();
        using var quiet = no_grad();
        double total = 0;
        var count = 0;
        foreach (var images in batches)
        {
            var (reconstruction, _, _) = vae.call(images);
            total += (reconstruction > 0.5).eq(images.flatten(1) > 0.5).to_type(ScalarType.Float32).mean().item<float>();
            count++;
        }

        return total / count;
    }

    private static IEnumerable<Tensor> Images(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return rand(64, 1, 28, 28);
        }
    }
}
