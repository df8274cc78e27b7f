using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>
    /// The Kullback-Leibler divergence, in nats, of the distributions that two rows of logits stand for: <c>sum(p * (log(p) - log(q)))</c>.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row of p, the distribution that is true. Log-probabilities are logits too, and give the same.</param>
    /// <param name="otherLogits">The row of q, the distribution that is assumed instead; as long.</param>
    /// <returns>
    /// A number from 0 (equal distributions). A class that p masks (negative infinity) counts for nothing; a class that only q masks makes
    /// the result positive infinity. NaN if a logit is NaN or positive infinity, or a row is masked altogether. Within
    /// <see cref="Accuracy.Entropy"/> ULP (<see cref="Accuracy.EntropyOfDouble"/> of double).
    /// </returns>
    /// <exception cref="ArgumentException">The rows are empty or differ in length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T KullbackLeibler<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, [Logits(Link.Softmax)] ReadOnlySpan<T> otherLogits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(logits, nameof(logits));
        var result = default(T);
        KullbackLeibler(logits, otherLogits, logits.Length, new Span<T>(ref result));
        return result;
    }

    /// <summary>The Kullback-Leibler divergence, in nats, of the distributions that rows of logits stand for, row by row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows of p, the distributions that are true.</param>
    /// <param name="otherLogits">The rows of q, the distributions that are assumed instead; in the same layout.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">One number a row, apart from the logits; special values as for one row.</param>
    /// <exception cref="ArgumentException">The layout does not fit, the destination is too short, or it overlaps a source.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe void KullbackLeibler<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, [Logits(Link.Softmax)] ReadOnlySpan<T> otherLogits, ClassLayout layout, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Reduce<T, T>(logits, layout, destination);
        Arguments.Companion(layout, otherLogits.Length, rows, layout.Classes, nameof(otherLogits), nameof(layout));
        Arguments.Apart<T, T>(destination, otherLogits, nameof(destination), nameof(otherLogits));
        fixed (T* results = destination)
            RowRunner.Run(new LaneRows<T, KullbackLeiblerRows<T>>(new(results)), rows, logits, layout, otherLogits, layout, default, layout);
    }
}
