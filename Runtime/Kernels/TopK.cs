using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The k highest numbers of one row, from the highest down.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="scores">The row: logits, log-probabilities or probabilities, as only the order matters.</param>
    /// <param name="values">The numbers; their length is k, from 0 to the class count.</param>
    /// <param name="indices">The classes that they belong to; as long.</param>
    /// <remarks>Of equal numbers the one with the lower index comes first. A NaN counts as higher than any number.</remarks>
    /// <exception cref="ArgumentException">The row is empty, k is above the class count, the lengths differ, or spans overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void TopK<T>(ReadOnlySpan<T> scores, Span<T> values, [ClassIndices] Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(scores, nameof(scores));
        if (values.Length > scores.Length)
            throw new ArgumentException($"The length was {values.Length}; it must be at most {scores.Length}, the class count.", nameof(values));
        Arguments.Length(indices.Length, values.Length, nameof(indices), "as the values are");
        TopK(scores, scores.Length, values.Length, values, indices);
    }

    /// <summary>The k highest numbers of each row, from the highest down.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="scores">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="k">How many numbers of each row, from 0 to the class count.</param>
    /// <param name="values">The numbers, k for each row, row after row.</param>
    /// <param name="indices">The classes that they belong to, likewise.</param>
    /// <inheritdoc cref="TopK{T}(ReadOnlySpan{T}, Span{T}, Span{int})" path="/remarks"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative or above the class count.</exception>
    /// <exception cref="ArgumentException">The layout does not fit, a destination is too short, or spans overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe void TopK<T>(ReadOnlySpan<T> scores, ClassLayout layout, int k, Span<T> values, [ClassIndices] Span<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.Supported<T>();
        var rows = Arguments.Rows(layout, scores.Length, nameof(scores), nameof(layout));
        if (k < 0 || k > layout.Classes)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"k must be from 0 to {layout.Classes}, the class count.");
        Arguments.AtLeast(values.Length, rows * k, nameof(values), "k for each row");
        Arguments.AtLeast(indices.Length, rows * k, nameof(indices), "k for each row");
        Arguments.Apart<T, T>(values, scores, nameof(values), nameof(scores));
        Arguments.Apart<int, T>(indices, scores, nameof(indices), nameof(scores));
        Arguments.Apart<int, T>(indices, values, nameof(indices), nameof(values));
        if (k == 0)
            return;
        fixed (T* v = values)
        fixed (int* i = indices)
            RowRunner.Run(new LaneRows<T, TopKRows<T>>(new(k, v, i)), rows, scores, layout);
    }
}
