using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The logarithm of the sum of exponentials of one row: <c>log(sum(exp(x)))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row, at least one class.</param>
    /// <returns>
    /// A number from the row's maximum to the maximum plus the logarithm of the class count. Negative infinity if all logits are, positive
    /// infinity if one is, NaN if one is. Within <see cref="Accuracy.LogSumExp"/> ULP
    /// (<see cref="Accuracy.LogSumExpOfDouble"/> of double).
    /// </returns>
    /// <remarks>
    /// The maximum, and the logarithm of one plus the other terms over its own: Blanchard, Higham and Higham, "Accurately computing the log-sum-exp and
    /// softmax functions" (2021).
    /// </remarks>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T LogSumExp<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(logits, nameof(logits));
        var result = default(T);
        LogSumExp(logits, logits.Length, new Span<T>(ref result));
        return result;
    }

    /// <summary>The logarithm of the sum of exponentials of each row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">One number a row, apart from <paramref name="logits"/>; special values as for one row.</param>
    /// <exception cref="ArgumentException">The layout does not fit, the destination is too short, or the two overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe void LogSumExp<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Reduce<T, T>(logits, layout, destination);
        fixed (T* results = destination)
            RowRunner.Run(new LaneRows<T, LogSumExpRows<T>>(new(results)), rows, logits, layout);
    }
}
