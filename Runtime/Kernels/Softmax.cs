using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The softmax of one row: <c>exp(x[i]) / sum(exp(x))</c>.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row, at least one class.</param>
    /// <param name="destination">The probabilities, at least as long as the row. It may be <paramref name="logits"/> itself.</param>
    /// <remarks>
    /// Finite logits of any size are safe. Negative infinity masks a class: its probability is exactly +0. A NaN, a positive infinity, or a
    /// row that is masked altogether makes the whole row NaN. No probability is above 1; one below the smallest normal number may be 0. Within
    /// <see cref="Accuracy.Softmax"/> ULP. A power of two is taken off instead of the maximum: Dukhan and Ablavatski, "Two-pass softmax algorithm" (2020).
    /// </remarks>
    /// <exception cref="ArgumentException">The row is empty, the destination too short, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Softmax<T>([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] ReadOnlySpan<T> logits, [Probabilities(Link.Softmax)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(logits, nameof(logits));
        Arguments.Elementwise<T>(logits, destination);
        RowRunner.RunOne(default(LaneRows<T, SoftmaxRows>), logits, destination[..logits.Length]);
    }

    /// <summary>The softmax of each row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">The probabilities, in the same layout. It may be <paramref name="logits"/> itself.</param>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">The layout does not fit into the spans, or the two overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Softmax<T>([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [Probabilities(Link.Softmax)] Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Map(logits, layout, destination, layout, nameof(layout));
        RowRunner.Run(default(LaneRows<T, SoftmaxRows>), rows, logits, layout, destination, layout);
    }

    /// <summary>The softmax of each row, from one layout to another.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie in <paramref name="logits"/>.</param>
    /// <param name="destination">The probabilities. It may be <paramref name="logits"/> itself if the layouts are equal.</param>
    /// <param name="destinationLayout">Where they are put: as many rows of as many classes.</param>
    /// <inheritdoc cref="Softmax{T}(ReadOnlySpan{T}, Span{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">A layout does not fit into its span, the layouts differ in rows or classes, or the spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void Softmax<T>([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [Probabilities(Link.Softmax)] Span<T> destination, ClassLayout destinationLayout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Map(logits, layout, destination, destinationLayout, nameof(destinationLayout));
        RowRunner.Run(default(LaneRows<T, SoftmaxRows>), rows, logits, layout, destination, destinationLayout);
    }
}
