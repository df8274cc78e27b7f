using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Rows that fit into one register, each with its own maximum.</summary>
/// <remarks>
/// The methods stop before a row that has no finite maximum or one too far from 0, and return how many rows they have done.
/// </remarks>
internal static unsafe class SmallRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    public static bool Fit(nint n) => n <= TLanes.Count && TLanes.Count > 1;

    /// <summary>What <see cref="RowBatch{TLanes, TNumber}.Run"/> does.</summary>
    public static nint Run(TNumber* x, TNumber* y, nint rows, nint n, double scale, double* maxima, double* excesses)
    {
        if (maxima != null)
            rows = Statistics(x, rows, n, maxima, excesses);
        return y == null ? rows : Softmax(x, y, rows, n, scale);
    }

    [MethodImpl(Leaf)]
    private static nint Softmax(TNumber* x, TNumber* y, nint rows, nint n, double scale)
    {
        TLanes mask = TLanes.First((int)n), whole = TLanes.Create(scale);
        for (nint r = 0; r < rows; r++)
        {
            var row = TLanes.LoadMasked(x + (r * n), mask, TLanes.Create(double.NegativeInfinity));
            var max = TLanes.MaxAcross(row);
            if (!(Math.Abs(TLanes.FirstLane(max)) <= Exponential<TLanes, TNumber>.Reach))
                return r;
            var terms = Exponential<TLanes, TNumber>.Near(max).PreciselyOf(row);
            TLanes.StoreMasked(terms / TLanes.SumAcross(terms) * whole, y + (r * n), mask);
        }
        return rows;
    }

    [MethodImpl(Leaf)]
    private static nint Statistics(TNumber* x, nint rows, nint n, double* maxima, double* excesses)
    {
        var mask = TLanes.First((int)n);
        for (nint r = 0; r < rows; r++)
        {
            var row = TLanes.LoadMasked(x + (r * n), mask, TLanes.Create(double.NegativeInfinity));
            var max = TLanes.MaxAcross(row);
            maxima[r] = TLanes.FirstLane(max);
            if (!(Math.Abs(maxima[r]) <= Exponential<TLanes, TNumber>.Reach))
                return r;
            var exp = Exponential<TLanes, TNumber>.Near(max);
            var isMax = TLanes.Equal(row, max);
            var others = TLanes.Sum(TLanes.Select(isMax, TLanes.Create(0), exp.PreciselyOf(row)));
            excesses[r] = (others / TLanes.FirstLane(exp.PreciselyOf(max))) + (BitOperations.PopCount(TLanes.Bits(isMax)) - 1);
        }
        return rows;
    }
}
