using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Rows that fit into one register or two, one by one, each with its own maximum.</summary>
/// <remarks>Stops before a row that has no finite maximum or one too far from 0, and returns how many rows are done.</remarks>
internal static unsafe class SmallRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public static bool Fit(nint n) => n <= 2 * TLanes.Count && TLanes.Count > 1;

    /// <summary>What <see cref="RowBatch{TLanes, TNumber}.Run"/> does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nint Run(TNumber* x, TNumber* y, nint rows, nint n, double scale, double* maxima, double* excesses)
    {
        TLanes mask = TLanes.First((int)n), restMask = TLanes.First((int)n - TLanes.Count);
        TLanes zero = TLanes.Create(0), lowest = TLanes.Create(double.NegativeInfinity), whole = TLanes.Create(scale);
        for (nint r = 0; r < rows; r++)
        {
            TLanes row = TLanes.LoadMasked(x, mask, lowest), second = n <= TLanes.Count ? lowest : TLanes.LoadMasked(x + TLanes.Count, restMask, lowest);
            var top = TLanes.MaxAcross(TLanes.Max(row, second));
            var max = TLanes.FirstLane(top);
            if (!(Math.Abs(max) <= Exponential<TLanes, TNumber>.Reach))
                return r;
            var exp = Exponential<TLanes, TNumber>.OfExcess(top);
            TLanes power = exp.ScaledTermOf(row, out var part, out var quotient, isLong: true), secondPower = zero, secondPart = zero, secondQuotient = zero;
            if (n > TLanes.Count)
                secondPower = exp.ScaledTermOf(second, out secondPart, out secondQuotient, isLong: true);
            if (maxima != null)
            {
                // Of terms that are not rounded.
                TLanes isMax = TLanes.Equal(row, top), secondIsMax = TLanes.Equal(second, top);
                var others = TLanes.Sum(TLanes.Select(isMax, zero, power) + TLanes.Select(secondIsMax, zero, secondPower))
                    + TLanes.Sum(TLanes.Select(isMax, zero, part * quotient) + TLanes.Select(secondIsMax, zero, secondPart * secondQuotient));
                var count = BitOperations.PopCount(TLanes.Bits(isMax)) + BitOperations.PopCount(TLanes.Bits(secondIsMax));
                TLanes topPower = exp.ScaledTermOf(top, out var topPart, out var topQuotient, isLong: true);
                maxima[r] = max;
                excesses[r] = (others / (TLanes.FirstLane(topPower) + TLanes.FirstLane(topPart * topQuotient))) + (count - 1);
            }
            if (y != null)
            {
                TLanes terms = exp.Rounded(row, power, part, quotient), secondTerms = exp.Rounded(second, secondPower, secondPart, secondQuotient);
                var sum = TLanes.SumAcross(terms + secondTerms);
                TLanes.StoreMasked(terms / sum * whole, y, mask);
                if (n > TLanes.Count)
                    TLanes.StoreMasked(secondTerms / sum * whole, y + TLanes.Count, restMask);
                y += n;
            }
            x += n;
        }
        return rows;
    }
}
