using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The class with the highest number in one row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="scores">The row, at least one class: logits, log-probabilities or probabilities, as only the order matters.</param>
    /// <returns>The index of the maximum, the first if there are several; the first NaN if there is one.</returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    [return: OrderOnly, ClassIndices]
    public static int ArgMax<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.NotEmpty(scores, nameof(scores));
        var result = 0;
        ArgMax(scores, scores.Length, new Span<int>(ref result));
        return result;
    }

    /// <summary>The class with the highest number in each row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="scores">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="destination">One index a row, as for one row.</param>
    /// <exception cref="ArgumentException">The layout does not fit, the destination is too short, or the two overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe void ArgMax<T>(ReadOnlySpan<T> scores, ClassLayout layout, [ClassIndices] Span<int> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Arguments.Reduce<T, int>(scores, layout, destination, nameof(scores));
        fixed (int* results = destination)
            RowRunner.Run(new LaneRows<T, ArgMaxRows>(new(results)), rows, scores, layout);
    }
}
