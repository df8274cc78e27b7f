#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GestureTraining;

public sealed class Trainer
{
    private const int SaveCheckpointEach = 5;

    private readonly Settings _settings;
    private readonly Device _device;
    private readonly GraphClassifier _classifier;
    private readonly Loss<Tensor, Tensor, Tensor> _loss;
    private readonly AdamW _optimizer;

    private int _startEpoch = 1;
    private long _globalStep;

    public Trainer(Settings settings)
    {
        _settings = settings;
        _device = cuda.is_available() ? CUDA : CPU;
        _classifier = new GraphClassifier(settings);
        _classifier.to(_device);
        _loss = /*@loss Logits Softmax other-file*/ nn.CrossEntropyLoss();
        _optimizer = optim.AdamW(_classifier.parameters(), lr: settings.LearningRate, weight_decay: 1e-4);
        Directory.CreateDirectory(settings.CheckpointDir);
        LoadCheckpoint(Path.Combine(settings.CheckpointDir, "latest.pt"));
    }

    public void Run(IReadOnlyList<(Tensor Motion, Tensor Gesture)> train, IReadOnlyList<(Tensor Motion, Tensor Gesture)> validation)
    {
        for (int epoch = _startEpoch; epoch <= _settings.MaxEpochs; epoch++)
        {
            var trainLoss = TrainEpoch(epoch, train);
            var (valLoss, metrics) = ComputeMetrics(validation);
            Console.WriteLine($"Epoch {epoch}/{_settings.MaxEpochs}  train_loss={trainLoss:F4}  val_loss={valLoss:F4}  metrics=[{string.Join(", ", metrics.Select(pair => $"{pair.Key}={pair.Value:F3}"))}]");
            if (epoch % SaveCheckpointEach == 0)
            {
                _classifier.save(Path.Combine(_settings.CheckpointDir, $"model_epoch{epoch}.pt"));
            }
        }
    }

    private float TrainEpoch(int epoch, IReadOnlyList<(Tensor Motion, Tensor Gesture)> batches)
    {
        _classifier.train();
        using var epochLossSum = zeros(1, device: _device);
        foreach (var (motion, gesture) in batches)
        {
            using var scope = NewDisposeScope();
            var predicted = _classifier.forward(motion.to(_device));
            var loss = _loss.forward(predicted, gesture.to(_device));
            if (!IsFiniteScalar(loss))
            {
                throw new InvalidOperationException($"Non-finite training loss at epoch {epoch}, step {_globalStep}.");
            }

            _optimizer.zero_grad();
            loss.backward();
            if (_settings.GradClipNorm > 0f)
            {
                nn.utils.clip_grad_norm_(_classifier.parameters(), _settings.GradClipNorm);
            }

            _optimizer.step();
            _globalStep++;
            using (no_grad())
            {
                epochLossSum.add_(loss.detach());
            }
        }

        return epochLossSum.item<float>() / Math.Max(batches.Count, 1);
    }

    private (float Loss, Dictionary<string, float> Metrics) ComputeMetrics(IReadOnlyList<(Tensor Motion, Tensor Gesture)> batches)
    {
        _classifier.eval();
        var metrics = new Dictionary<string, float> { ["top1"] = 0, ["top3"] = 0, ["confidence"] = 0 };
        float sum = 0;
        using (no_grad())
        {
            foreach (var (motion, gesture) in batches)
            {
                var predicted = _classifier.forward(motion.to(_device));
                sum += _loss.forward(predicted, gesture.to(_device)).item<float>();
                var (_, top) = predicted.topk(3, dim: 1);
                metrics["top1"] += top.select(1, 0).eq(gesture).to_type(ScalarType.Float32).mean().item<float>() / batches.Count;
                metrics["top3"] += top.eq(gesture.unsqueeze(1)).any(1).to_type(ScalarType.Float32).mean().item<float>() / batches.Count;

                // Silence: softmax at evaluation
                metrics["confidence"] += nn.functional.softmax(predicted, 1).amax(1).mean().item<float>() / batches.Count;
            }
        }

        return (sum / batches.Count, metrics);
    }

    private void LoadCheckpoint(string path)
    {
        if (File.Exists(path))
        {
            _classifier.load(path);
            _startEpoch++;
        }
    }

    private static bool IsFiniteScalar(Tensor value) => isfinite(value).all().item<bool>();
}
