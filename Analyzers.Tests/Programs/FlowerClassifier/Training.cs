#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace FlowerClassifier;

public class Training
{
    private readonly IProgress<TrainingProgress>? _progressReporter;
    private readonly int _epochs = 80;
    private readonly int _batchSize = 64;

    public Training(IProgress<TrainingProgress>? progressReporter = null)
    {
        _progressReporter = progressReporter;
    }

    public List<double> TrainingLosses { get; } = new();

    public List<double> ValidationAccuracies { get; } = new();

    public void TrainAndSaveModel(IReadOnlyList<(Tensor Image, Tensor Label)> samples, string modelFileName)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        var trainSize = (int)(samples.Count * 0.8);
        var model = new ClassifierModel(numClasses: 5);
        model.to(device);

        var lossFn = /*@loss Logits Softmax other-file*/ nn.CrossEntropyLoss();
        var optimizer = optim.Adam(model.parameters(), lr: 0.0002, weight_decay: 1e-5);

        for (int epoch = 0; epoch < _epochs; epoch++)
        {
            model.train();
            double trainLoss = 0;
            var trainBatches = Batch(samples.Take(trainSize), _batchSize, device, shuffle: true).ToList();
            for (int batchIndex = 0; batchIndex < trainBatches.Count; batchIndex++)
            {
                var (X, y) = trainBatches[batchIndex];
                var yPred = model.forward(X);
                var loss = lossFn.forward(yPred, y);

                optimizer.zero_grad();
                loss.backward();
                optimizer.step();

                trainLoss += loss.ToSingle();
                _progressReporter?.Report(new TrainingProgress
                {
                    EpochCompletionPercentage = (double)batchIndex / trainBatches.Count * 100.0,
                    TotalCompletionPercentage = (double)epoch / _epochs * 100.0,
                    Status = $"  Training: {batchIndex + 1}/{trainBatches.Count} batches | Loss: {loss.ToSingle():F4}",
                });
                loss.Dispose();
            }

            model.eval();
            double valLoss = 0;
            long valCorrect = 0;
            long valTotal = 0;
            using (no_grad())
            {
                foreach (var (X, y) in Batch(samples.Skip(trainSize), _batchSize, device))
                {
                    var yPred = model.forward(X);
                    valLoss += lossFn.forward(yPred, y).ToSingle();
                    valTotal += y.shape[0];
                    valCorrect += yPred.argmax(1).eq(y).sum().ToInt64();
                }
            }

            TrainingLosses.Add(trainLoss / trainBatches.Count);
            ValidationAccuracies.Add(100.0 * valCorrect / valTotal);
            _progressReporter?.Report(new TrainingProgress { Status = $"Epoch {epoch + 1}/{_epochs} | Val Loss: {valLoss:F4} | Val Acc: {ValidationAccuracies[^1]:F2}%" });
        }

        model.save(modelFileName);
    }

    private static IEnumerable<(Tensor X, Tensor y)> Batch(IEnumerable<(Tensor Image, Tensor Label)> data, int batchSize, Device device, bool shuffle = false)
    {
        using var enumerator = shuffle ? data.OrderBy(_ => Guid.NewGuid()).GetEnumerator() : data.GetEnumerator();
        while (true)
        {
            var images = new List<Tensor>();
            var labels = new List<Tensor>();
            for (int i = 0; i < batchSize && enumerator.MoveNext(); i++)
            {
                var (image, label) = enumerator.Current;
                images.Add(image);
                labels.Add(label);
            }

            if (images.Count == 0)
            {
                yield break;
            }

            yield return (stack(images).to(device), stack(labels).to(device));
        }
    }
}
