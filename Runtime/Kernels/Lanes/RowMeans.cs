using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>The softmax-weighted distances of rows to their maximum, in parts that the first cache holds: each once for its maximum, once for its sums.</summary>
internal static unsafe class RowMeans<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const int PartElements = 2048;

    /// <param name="x">The row.</param>
    /// <param name="other">A row whose distances to <paramref name="otherMax"/> are taken off those of x; null if there is none.</param>
    /// <param name="n">The length of the rows.</param>
    /// <param name="otherMax">The maximum of the other row.</param>
    public static RowMean Of(TNumber* x, TNumber* other, nint n, double otherMax = 0)
    {
        if (n <= PartElements)
            return OfPart(x, other, n, otherMax);
        var row = RowMean.None;
        for (nint i = 0; i < n; i += PartElements)
            row = RowMean.Merge(row, OfPart(x + i, other == null ? null : other + i, nint.Min(n - i, PartElements), otherMax));
        return row;
    }

    private static RowMean OfPart(TNumber* x, TNumber* other, nint n, double otherMax)
    {
        var max = RowLoops<TLanes, TNumber>.Max(x, n);
        if (double.IsPositiveInfinity(max))
            return new(0, double.NaN, double.NaN);
        // Of what is masked altogether no number is 0, so that none counts as the maximum.
        var top = double.IsNegativeInfinity(max) ? 0 : max;
        var shift = Math.Abs(top) <= Exponential<TLanes, TNumber>.Reach ? 0 : top;
        // Some below the maximum, as small terms are to stay normal numbers.
        var k = Math.Round((top - shift) * 1.4426950408889634) - 8;
        var count = RowLoops<TLanes, TNumber>.Weigh(x, other, n, k, shift, top, otherMax, out var others, out var weighted, out var atMax);
        return new(Math.Max(max, double.MinValue), (others / atMax) + (count - 1), weighted / atMax);
    }
}
