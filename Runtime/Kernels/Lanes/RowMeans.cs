using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// The distances of rows to their maximum, weighted with their softmax: short rows together, as many as a register has lanes, long ones in
/// parts that the first cache holds. Each is read once for its maximum and once for its sums.
/// </summary>
internal static unsafe class RowMeans<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const int PartElements = 2048;

    /// <summary>How many numbers of rows are best taken together, to stay in the first cache between the passes.</summary>
    private const int TogetherElements = 4096;

    /// <summary>The most lanes that a register has.</summary>
    private const int MostRows = 16;

    /// <param name="x">The rows, one after the other.</param>
    /// <param name="other">Rows whose distances to their maxima are taken off those of x; null if there are none.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="n">The length of a row.</param>
    /// <param name="weighs">Whether the distances are needed; else they are 0.</param>
    /// <param name="otherMeans">What the other rows come to, if there are any.</param>
    /// <param name="means">What the rows come to.</param>
    public static void Run(TNumber* x, TNumber* other, nint rows, nint n, bool weighs, RowMean* otherMeans, RowMean* means)
    {
        nint r = 0;
        if (TLanes.Count >= 4 && n * TLanes.Count <= TogetherElements)
        {
            for (; r <= rows - TLanes.Count; r += TLanes.Count)
                RunTogether(x + (r * n), other == null ? null : other + (r * n), n, weighs, otherMeans + r, means + r);
        }
        for (; r < rows; r++)
            means[r] = Of(x + (r * n), other == null ? null : other + (r * n), n, weighs, other == null ? 0 : otherMeans[r].Max);
    }

    [SkipLocalsInit]
    private static void RunTogether(TNumber* x, TNumber* other, nint n, bool weighs, RowMean* otherMeans, RowMean* means)
    {
        var buffer = stackalloc byte[(5 * MostRows * sizeof(TLanes)) + StackMemory.Slack];
        var sums = StackMemory.Align<TNumber>(buffer);
        TNumber* distances = sums + (2 * TLanes.Count * TLanes.Count), rest = distances + (2 * TLanes.Count * TLanes.Count);
        double* max = stackalloc double[MostRows], atMax = stackalloc double[MostRows], otherMax = stackalloc double[MostRows];
        MeanLoops<TLanes, TNumber>.Tops(x, TLanes.Count, n, rest);
        FoldTops(rest, max, atMax);
        for (var r = 0; other != null && r < TLanes.Count; r++)
            otherMax[r] = otherMeans[r].Max;
        MeanLoops<TLanes, TNumber>.Weigh(x, other, TLanes.Count, n, max, otherMax, sums, weighs ? distances : null, rest);
        double* sum = stackalloc double[MostRows], distance = stackalloc double[MostRows], below = stackalloc double[MostRows];
        FoldWhole(sums, sum);
        if (weighs)
            FoldWhole(distances, distance);
        Fold(rest, TLanes.Count, below);
        for (var r = 0; r < TLanes.Count; r++)
        {
            means[r] = Math.Abs(max[r]) <= Exponential<TLanes, TNumber>.Reach
                ? Finish(max[r], atMax[r], sum[r], weighs ? distance[r] : 0, below[r])
                : Of(x + (r * n), other == null ? null : other + (r * n), n, weighs, otherMax[r]);
        }
    }

    /// <summary>The maximum of each row, and its term.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FoldTops(TNumber* tops, double* max, double* atMax)
    {
        var folded = stackalloc MaximumFold<TLanes, TNumber>[MostRows / 4];
        Folds<MaximumFold<TLanes, TNumber>, TLanes, TNumber>.Run(tops, TLanes.Count, TLanes.Count, folded);
        TLanes.StoreAsDoubles(folded->Value, max);
        TLanes.StoreAsDoubles(Exponential<TLanes, TNumber>.Below(folded->Value).PreciselyOf(folded->Value), atMax);
    }

    /// <summary>The sum of each row, with what it lost.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FoldWhole(TNumber* sums, double* sum)
    {
        if (typeof(TNumber) == typeof(double))
        {
            // What some additions more lose does not show in so wide a bound.
            Fold(sums, 2 * TLanes.Count, sum);
            return;
        }
        var folded = stackalloc CompensatedFold<TLanes, TNumber>[MostRows / 4];
        Folds<CompensatedFold<TLanes, TNumber>, TLanes, TNumber>.Run(sums, TLanes.Count, 2 * TLanes.Count, folded);
        var lost = stackalloc double[MostRows];
        TLanes.StoreAsDoubles(folded->Sum, sum);
        TLanes.StoreAsDoubles(folded->Lost, lost);
        for (var r = 0; r < TLanes.Count; r++)
            sum[r] += double.IsFinite(sum[r]) ? lost[r] : 0;
    }

    /// <summary>The sum of each row of <paramref name="n"/> numbers.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Fold(TNumber* parts, nint n, double* sum)
    {
        var folded = stackalloc SumFold<TLanes, TNumber>[MostRows / 4];
        Folds<SumFold<TLanes, TNumber>, TLanes, TNumber>.Run(parts, TLanes.Count, n, folded);
        TLanes.StoreAsDoubles(folded->Value, sum);
    }

    private static RowMean Of(TNumber* x, TNumber* other, nint n, bool weighs, double otherMax)
    {
        var row = OfPart(x, other, nint.Min(n, PartElements), weighs, otherMax);
        for (nint i = PartElements; i < n; i += PartElements)
            row = RowMean.Merge(row, OfPart(x + i, other == null ? null : other + i, nint.Min(n - i, PartElements), weighs, otherMax));
        return row.Excess < 0 ? RowMean.NaN : row;
    }

    private static RowMean OfPart(TNumber* x, TNumber* other, nint n, bool weighs, double otherMax)
    {
        var max = RowLoops<TLanes, TNumber>.Max(x, n);
        if (Math.Abs(max) <= Exponential<TLanes, TNumber>.Reach)
            return OfNear(x, other, n, weighs, max, otherMax);
        if (double.IsFinite(max))
            return OfFar(x, other, n, weighs, max, otherMax);
        return double.IsNegativeInfinity(RowLoops<TLanes, TNumber>.MaxOrNaN(x, n)) ? RowMean.None : RowMean.NaN;
    }

    [SkipLocalsInit]
    private static RowMean OfNear(TNumber* x, TNumber* other, nint n, bool weighs, double max, double otherMax)
    {
        var sums = stackalloc TLanes[5];
        MeanLoops<TLanes, TNumber>.Weigh(x, other, 1, n, &max, &otherMax, (TNumber*)sums, weighs ? (TNumber*)(sums + 2) : null, (TNumber*)(sums + 4));
        var top = TLanes.Create(max);
        return Finish(
            max,
            TLanes.FirstLane(Exponential<TLanes, TNumber>.Below(top).PreciselyOf(top)),
            TLanes.Sum(sums[0]) + TLanes.Sum(sums[1]),
            weighs ? TLanes.Sum(sums[2]) + TLanes.Sum(sums[3]) : 0,
            TLanes.Sum(sums[4]));
    }

    /// <summary>Shifted to a maximum of 0 first; what counts of so large numbers has exact differences.</summary>
    [SkipLocalsInit]
    private static RowMean OfFar(TNumber* x, TNumber* other, nint n, bool weighs, double max, double otherMax)
    {
        var shifted = stackalloc TNumber[PartElements];
        MapLoop<TLanes, TNumber>.Run(x, shifted, n, new SubtractMap<TLanes, TNumber>(max, 0), streams: false);
        return OfNear(shifted, other, n, weighs, 0, otherMax) with { Max = max };
    }

    private static RowMean Finish(double max, double atMax, double sum, double distance, double below)
    {
        var excess = (sum - atMax) / atMax;
        return new(max, excess < RowSums<TLanes, TNumber>.Dominated ? below / atMax : excess, distance / atMax);
    }
}
