using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Rows that fit into one register, each with its own maximum.</summary>
/// <remarks>Stops before a row that has no finite maximum or one too far from 0, and returns how many rows are done.</remarks>
internal static unsafe class SmallRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public static bool Fit(nint n) => n <= TLanes.Count && TLanes.Count > 1;

    /// <summary>What <see cref="RowBatch{TLanes, TNumber}.Run"/> does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nint Run(TNumber* x, TNumber* y, nint rows, nint n, double scale, double* maxima, double* excesses)
    {
        TLanes mask = TLanes.First((int)n), whole = TLanes.Create(scale);
        for (nint r = 0; r < rows; r++)
        {
            var row = TLanes.LoadMasked(x + (r * n), mask, TLanes.Create(double.NegativeInfinity));
            var top = TLanes.MaxAcross(row);
            var max = TLanes.FirstLane(top);
            if (!(Math.Abs(max) <= Exponential<TLanes, TNumber>.Reach))
                return r;
            var exp = Exponential<TLanes, TNumber>.Below(top);
            var terms = exp.PreciselyOf(row);
            if (maxima != null)
            {
                maxima[r] = max;
                var isMax = TLanes.Equal(row, top);
                var others = TLanes.Sum(TLanes.Select(isMax, TLanes.Create(0), terms));
                excesses[r] = (others / TLanes.FirstLane(exp.PreciselyOf(top))) + (BitOperations.PopCount(TLanes.Bits(isMax)) - 1);
            }
            if (y != null)
                TLanes.StoreMasked(terms / TLanes.SumAcross(terms) * whole, y + (r * n), mask);
        }
        return rows;
    }
}
