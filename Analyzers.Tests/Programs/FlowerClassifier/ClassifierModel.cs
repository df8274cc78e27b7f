// Structure: PhasonMatrix/TorchSharpFlowerClassifier, src/TorchSharpFlowerClassifier: model, training that reports progress, inference
using System;
using TorchSharp;
using static TorchSharp.torch;

namespace FlowerClassifier;

public class ClassifierModel : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _features;
    private readonly nn.Module<Tensor, Tensor> _classifier;

    public ClassifierModel(int numClasses)
        : base("FlowerClassifier")
    {
        _features = nn.Sequential(
            Block(3, 32),
            Block(32, 64),
            Block(64, 128),
            nn.AdaptiveAvgPool2d(1));
        _classifier = nn.Sequential(
            nn.Flatten(),
            nn.Linear(128, 256),
            nn.ReLU(),
            nn.Dropout(0.4),
            /*@tail-layer Logits Softmax other-file*/ nn.Linear(256, numClasses));
        RegisterComponents();
    }

    public override Tensor forward(Tensor image) => _classifier.forward(_features.forward(image));

    private static nn.Module<Tensor, Tensor> Block(long inputs, long outputs) => nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding: 1),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
        nn.MaxPool2d(2));
}

/// <summary>What the window shows while the model learns.</summary>
public sealed class TrainingProgress
{
    public double EpochCompletionPercentage { get; init; }

    public double TotalCompletionPercentage { get; init; }

    public string Status { get; init; } = string.Empty;
}
