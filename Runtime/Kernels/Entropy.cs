using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The entropy, in nats, of the distribution that one row of logits stands for: <c>-sum(p * log(p))</c>, p their softmax.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row, at least one class. Log-probabilities are logits too, and give the same.</param>
    /// <returns>
    /// A number from 0 (one class has everything) to the logarithm of the class count. Masked classes (negative infinity) count for nothing;
    /// NaN if a logit is NaN or positive infinity, or all are masked. Within <see cref="Accuracy.Entropy"/> ULP
    /// (<see cref="Accuracy.EntropyOfDouble"/> of double).
    /// </returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T Entropy<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(logits, nameof(logits));
        var result = default(T);
        Entropy(logits, logits.Length, new Span<T>(ref result));
        return result;
    }

    /// <summary>The entropy, in nats, of the distribution that each row of logits stands for.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">One number a row, apart from <paramref name="logits"/>; special values as for one row.</param>
    /// <exception cref="ArgumentException">The layout does not fit, the destination is too short, or the two overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe void Entropy<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Reduce<T, T>(logits, layout, destination);
        fixed (T* results = destination)
            RowRunner.Run(new LaneRows<T, EntropyRows<T>>(new(results)), rows, logits, layout);
    }
}
