using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace YoloDetector;

internal static class Program
{
    private const float ConfidenceThreshold = 0.25f;

    private static void Main()
    {
        var yolo = new Yolo(classCount: 20);
        Fit(yolo, Samples(20));
        foreach (var (cell, label, confidence) in Detect(yolo, rand(1, 3, 256, 256)))
        {
            Console.WriteLine($"cell {cell}: class {label}, {confidence:P0}");
        }
    }

    private static void Fit(Yolo yolo, IEnumerable<(Tensor Image, Tensor Targets)> samples)
    {
        var criterion = new DetectionLoss(yolo);
        var optimizer = optim.SGD(yolo.parameters(), 0.01, momentum: 0.937, nesterov: true);
        foreach (var (image, targets) in samples)
        {
            using var scope = NewDisposeScope();
            var (total, items) = criterion.forward(image, targets);
            optimizer.zero_grad();
            total.backward();
            optimizer.step();
            Console.WriteLine($"box {items[0].item<float>():F4} obj {items[1].item<float>():F4} cls {items[2].item<float>():F4}");
        }
    }

    private static IEnumerable<(long Cell, long Label, float Confidence)> Detect(Yolo yolo, Tensor image)
    {
        yolo.eval();
        var (_, objectness, classes) = yolo.forward(image);

        // Silence: sigmoid at inference
        var (best, labels) = classes.sigmoid().max(1);
        var confidence = objectness.sigmoid().squeeze(1) * best;
        var kept = confidence > ConfidenceThreshold;
        for (long cell = 0; cell < kept.shape[1]; cell++)
        {
            if (kept[0, cell].item<bool>())
            {
                yield return (cell, labels[0, cell].item<long>(), confidence[0, cell].item<float>());
            }
        }
    }

    private static IEnumerable<(Tensor Image, Tensor Targets)> Samples(long classes)
    {
        for (var i = 0; i < 100; i++)
        {
            yield return (rand(8, 3, 256, 256), rand(8, 5 + classes, 1024).round());
        }
    }
}
