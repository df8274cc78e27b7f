using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The log-softmax of one row: <c>x[i] - log(sum(exp(x)))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row, at least one class.</param>
    /// <param name="destination">The log-probabilities, at least as long as the row. It may be <paramref name="logits"/> itself.</param>
    /// <remarks>
    /// Finite logits of any size are safe. Negative infinity masks a class: its log-probability is negative infinity. One class that is not
    /// masked has exactly 0; a class far above the others has the small number that is left to it, not 0. A NaN, a positive infinity, or a
    /// row that is masked altogether makes the whole row NaN. Within <see cref="Accuracy.LogSoftmax"/> ULP (<see cref="Accuracy.LogSoftmaxOfDouble"/> of double).
    /// Each logit less the maximum, and less the logarithm of what is left: Blanchard, Higham and Higham, "Accurately computing the log-sum-exp and softmax
    /// functions" (2021).
    /// </remarks>
    /// <exception cref="ArgumentException">The row is empty, the destination too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void LogSoftmax<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, [LogProbabilities(Link.Softmax)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(logits, nameof(logits));
        Arguments.Elementwise<T>(logits, destination);
        RowRunner.RunOne(default(LaneRows<T, LogSoftmaxRows>), logits, destination[..logits.Length]);
    }

    /// <summary>The log-softmax of each row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">The log-probabilities, in the same layout. It may be <paramref name="logits"/> itself.</param>
    /// <inheritdoc cref="LogSoftmax{T}(ReadOnlySpan{T}, Span{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">The layout does not fit into the spans, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void LogSoftmax<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [LogProbabilities(Link.Softmax)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Map(logits, layout, destination, layout, nameof(layout));
        RowRunner.Run(default(LaneRows<T, LogSoftmaxRows>), rows, logits, layout, destination, layout);
    }

    /// <summary>The log-softmax of each row, from one layout to another.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie in <paramref name="logits"/>.</param>
    /// <param name="destination">The log-probabilities. It may be <paramref name="logits"/> itself if the layouts are equal.</param>
    /// <param name="destinationLayout">Where they are put: as many rows of as many classes.</param>
    /// <inheritdoc cref="LogSoftmax{T}(ReadOnlySpan{T}, Span{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">A layout does not fit into its span, the layouts differ in rows or classes, or the spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void LogSoftmax<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [LogProbabilities(Link.Softmax)] Span<T> destination, ClassLayout destinationLayout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Map(logits, layout, destination, destinationLayout, nameof(destinationLayout));
        RowRunner.Run(default(LaneRows<T, LogSoftmaxRows>), rows, logits, layout, destination, destinationLayout);
    }
}
