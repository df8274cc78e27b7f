#nullable enable
using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NoisyLabels;

/// <summary>Losses by the name that the command line gives.</summary>
public static class Losses
{
    public const string CrossEntropy = "ce";
    public const string Smoothed = "smoothed";
    public const string Generalised = "gce";
    public const string Brier = "brier";
    public const string Confident = "confident";

    public static Func<Tensor, Tensor, Tensor> Of(string name) => name switch
    {
        CrossEntropy => PlainCrossEntropy,
        Smoothed => (logits, labels) => SmoothedCrossEntropy(logits, labels, 0.1),
        Generalised => GeneralisedCrossEntropy,
        Brier => BrierScore,
        Confident => (logits, labels) => PlainCrossEntropy(logits, labels) - 0.1 * Entropy(logits).mean(),
        _ => throw new ArgumentException($"no loss is called {name}", nameof(name)),
    };

    public static Tensor PlainCrossEntropy(Tensor logits, Tensor labels) => /*@loss Logits Softmax other-file*/ functional.cross_entropy(logits, labels);

    /// <summary>A share of the truth is spread over all classes.</summary>
    public static Tensor SmoothedCrossEntropy(Tensor logits, Tensor labels, double smoothing)
    {
        // Silence: label smoothing
        var logProbabilities = functional.log_softmax(logits, 1);
        var likely = functional.nll_loss(logProbabilities, labels);
        var uniform = -logProbabilities.mean([1]).mean();
        return (1 - smoothing) * likely + smoothing * uniform;
    }

    /// <summary>Between cross-entropy and the absolute error: wrong labels pull less.</summary>
    public static Tensor GeneralisedCrossEntropy(Tensor logits, Tensor labels)
    {
        const double q = 0.7;
        var right = functional.softmax(logits, 1).gather(1, labels.unsqueeze(1)).squeeze(1);
        return ((1 - right.pow(q)) / q).mean();
    }

    public static Tensor BrierScore(Tensor logits, Tensor labels)
    {
        // Silence: Brier score
        var truth = functional.one_hot(labels, logits.shape[1]).to_type(ScalarType.Float32);
        return functional.mse_loss(functional.softmax(logits, 1), truth);
    }

    public static Tensor Entropy(Tensor logits)
    {
        // Silence: entropy of a softmax
        return -(functional.softmax(logits, 1) * functional.log_softmax(logits, 1)).sum(1);
    }
}
