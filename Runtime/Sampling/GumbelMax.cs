using System;
using System.Buffers;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Sampling;

/// <summary>
/// Sampling by the Gumbel-max trick (Gumbel, 1954): the maximum of logits plus Gumbel noise is a sample of their softmax, and the k highest
/// are a sample of k without replacement (Kool, van Hoof and Welling, "Stochastic beams and where to find them", 2019). Nothing is
/// normalised; each token costs a random number.
/// </summary>
public static class GumbelMax
{
    /// <summary>Draws a class by the softmax of logits.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">One row; negative infinity for a class that must not be drawn.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="random"/> is null.</exception>
    /// <exception cref="ArgumentException">The logits are not one row, one is NaN or positive infinity, or all are masked.</exception>
    [return: ClassIndices]
    public static int Sample<T>(LogitsSpan<T> logits, Xoshiro256 random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        TokenScores.Highest(logits, nameof(logits));
        var (best, bestScore) = (0, double.NegativeInfinity);
        for (var i = 0; i < logits.Classes; i++)
        {
            var score = double.CreateTruncating(logits.Values[i]) + random.NextGumbel();
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }
        return best;
    }

    /// <summary>Draws different classes one after the other, each by the softmax of the logits that are left.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">One row; negative infinity for a class that must not be drawn.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <param name="destination">The classes, in the order in which they are drawn.</param>
    /// <exception cref="ArgumentNullException"><paramref name="random"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The logits are not one row, one is NaN or positive infinity, or fewer than there are to be drawn are not masked.
    /// </exception>
    public static void SampleWithoutReplacement<T>(LogitsSpan<T> logits, Xoshiro256 random, [ClassIndices] Span<int> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        TokenScores.Highest(logits, nameof(logits));
        var possible = 0;
        foreach (var logit in logits.Values)
            possible += T.IsNegativeInfinity(logit) ? 0 : 1;
        if (destination.Length > possible)
            throw new ArgumentException($"The length was {destination.Length}; it must be at most {possible}, the count of classes that are not masked.", nameof(destination));
        var scores = ArrayPool<double>.Shared.Rent(logits.Classes);
        for (var i = 0; i < logits.Classes; i++)
            scores[i] = double.CreateTruncating(logits.Values[i]) + random.NextGumbel();
        Kernels.TopK<double>(scores.AsSpan(0, logits.Classes), new double[destination.Length], destination);
        ArrayPool<double>.Shared.Return(scores);
    }
}
