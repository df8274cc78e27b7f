using System;
using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;

namespace TriageMetrics.Metrics;

/// <summary>How far a classifier's chances can be trusted.</summary>
public static class Calibration
{
    /// <summary>The mean distance of how sure the classifier is and how often it is right, over bins of equal width.</summary>
    public static double ExpectedError([Probabilities(Link.Softmax)] Tensor chances, [ClassIndices] Tensor labels, int bins = 15)
    {
        var (sure, predicted) = chances.max(1);
        var right = predicted.eq(labels).to_type(ScalarType.Float32);
        double error = 0;
        for (var bin = 0; bin < bins; bin++)
        {
            var inside = sure.gt((double)bin / bins).logical_and(sure.le((bin + 1.0) / bins)).to_type(ScalarType.Float32);
            var count = inside.sum().item<float>();
            if (count > 0)
            {
                error += Math.Abs(((sure - right) * inside).sum().item<float>()) / labels.shape[0];
            }
        }

        return error;
    }

    /// <summary>The mean squared distance of the chances and what was true.</summary>
    public static double Brier([Probabilities(Link.Softmax)] Tensor chances, [ClassIndices] Tensor labels)
    {
        // Silence: Brier score
        var truth = nn.functional.one_hot(labels, chances.shape[1]);
        return (chances - truth).square().sum(1).mean().item<float>();
    }

    /// <summary>The mean surprise in nats.</summary>
    public static double LogLoss([LogProbabilities(Link.Softmax)] Tensor chances, [ClassIndices] Tensor labels)
        => /*@loss LogProbabilities Softmax other-project*/ nn.functional.nll_loss(chances, labels).item<float>();
}
