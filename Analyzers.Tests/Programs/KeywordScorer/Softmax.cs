using System;
using System.Linq;

namespace KeywordScorer;

/// <summary>From scores to probabilities, by hand.</summary>
internal static class Softmax
{
    // Silence: softmax of what a helper shifted
    public static float[] Of(ReadOnlySpan<float> scores)
    {
        var shifted = Shifted(scores);
        float sum = 0;
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = MathF.Exp(shifted[i]);
            sum += shifted[i];
        }

        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] /= sum;
        }

        return shifted;
    }

    public static double[] Of(double[] scores, double temperature)
    {
        var max = scores.Max();
        var weights = scores.Select(score => Math.Exp((score - max) / temperature)).ToArray();
        var sum = weights.Sum();
        return weights.Select(weight => weight / sum).ToArray();
    }

    // Silence: log-sum-exp of what was shifted
    public static double LogSumExp(double[] values)
    {
        var max = values.Max();
        return max + Math.Log(values.Sum(value => Math.Exp(value - max)));
    }

    public static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));

    private static float[] Shifted(ReadOnlySpan<float> scores)
    {
        var max = float.NegativeInfinity;
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        var shifted = new float[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            shifted[i] = scores[i] - max;
        }

        return shifted;
    }
}
