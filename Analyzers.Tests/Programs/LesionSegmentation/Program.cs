using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace LesionSegmentation;

public static class Program
{
    public static void Main()
    {
        var model = new SegNext();
        var trainer = new Train();
        trainer.OnShowMsg += Console.WriteLine;
        trainer.OnShowTrainData += data => Console.WriteLine($"loss {data.Loss:F4} dice {data.Dice:F3}");
        Console.CancelKeyPress += (_, _) => trainer.IsFinish = true;
        trainer.TrainBatch(Load(64), Load(8), model, epochs: 30);

        using var _ = no_grad();
        var probability = model.forward(rand(1, 3, 128, 128)).sigmoid();
        var overlay = where(probability > 0.5, ones_like(probability), zeros_like(probability));
        Console.WriteLine($"{overlay.mean().item<float>():P1} of the image is lesion");
    }

    private static List<(Tensor Image, Tensor Mask)> Load(int count)
    {
        var data = new List<(Tensor, Tensor)>();
        for (var i = 0; i < count; i++)
        {
            data.Add((rand(4, 3, 128, 128), rand(4, 128, 128).round()));
        }

        return data;
    }
}
