#nullable enable
// Structure: biegehydra/NanoGptDotnet, src/NanoGpt
using System;
using System.Linq;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Examples.Gpt;

public sealed record GptSettings(long BlockSize = 256, long Embed = 384, int Heads = 6, int Layers = 6, double Dropout = 0.2)
{
    public double LearningRate { get; init; } = 3e-4;

    public int BatchSize { get; init; } = 64;
}

public sealed class DataSampler(Tensor train, Tensor test)
{
    public (Tensor Inputs, Tensor Targets) Sample(bool training, int batchSize, long blockSize)
    {
        var data = training ? train : test;
        var starts = torch.randint(0, data.size(0) - blockSize, batchSize).data<long>().ToArray();
        var inputs = torch.stack(starts.Select(start => data.narrow(0, start, blockSize)));
        var targets = torch.stack(starts.Select(start => data.narrow(0, start + 1, blockSize)));
        return (inputs, targets);
    }
}

public static class Trainer
{
    public static void Train(GptLanguageModel model, DataSampler sampler, GptSettings settings, int iterations)
    {
        var optimizer = torch.optim.AdamW(model.parameters(), lr: settings.LearningRate);
        float lowest = float.MaxValue;
        for (var i = 0; i < iterations; i++)
        {
            if (i % 750 == 0)
            {
                float[] losses = EstimateLoss(model, sampler, settings);
                Console.WriteLine($"step {i}: train loss {losses[0]:F4}, val loss {losses[1]:F4}");
                lowest = Math.Min(lowest, losses[1]);
            }

            (Tensor inputs, Tensor targets) = sampler.Sample(training: true, settings.BatchSize, settings.BlockSize);
            (Tensor logits, Tensor? loss) = model.Forward(inputs, targets);
            optimizer.zero_grad();
            loss?.backward();
            optimizer.step();
            Console.WriteLine($"{logits.argmax(-1).eq(targets.view(-1)).to_type(torch.ScalarType.Float32).mean().item<float>()}");
        }
    }

    private static float[] EstimateLoss(GptLanguageModel model, DataSampler sampler, GptSettings settings)
    {
        using var noGrad = torch.no_grad();
        model.eval();
        var results = new float[2];
        foreach (var (training, slot) in new[] { (true, 0), (false, 1) })
        {
            var losses = torch.zeros(200);
            for (var k = 0; k < 200; k++)
            {
                (Tensor inputs, Tensor targets) = sampler.Sample(training, settings.BatchSize, settings.BlockSize);
                (_, Tensor? loss) = model.Forward(inputs, targets);
                losses[k] = loss!.item<float>();
            }

            results[slot] = losses.mean().item<float>();
        }

        model.train();
        return results;
    }
}
