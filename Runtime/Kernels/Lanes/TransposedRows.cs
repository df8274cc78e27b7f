using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// The log-sum-exp of short rows, transposed, as many together as a register has lanes: a register holds one class of them all, so that maxima and sums
/// are those of lanes, and nothing is folded or masked. Each row has a K of its own.
/// </summary>
internal static unsafe class TransposedRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>How many registers the rows may fill, to stay in the first cache.</summary>
    private const int MostRegisters = 256;

    /// <summary>How many times as many rows as there are lanes are taken together at most.</summary>
    private const int MostGroups = 16;

    public static bool Fit(nint n) => n <= (TLanes.Count > 1 ? 4 * TLanes.Count : 64);

    /// <summary>How many rows are taken together at most: a multiple of <see cref="ILanes{TSelf, TNumber}.Count"/>.</summary>
    public static nint Together(nint n) => nint.Min(MostRegisters / n, MostGroups) * TLanes.Count;

    /// <summary>
    /// What <see cref="RowBatch{TLanes, TNumber}.Run"/> does, for a multiple of <see cref="ILanes{TSelf, TNumber}.Count"/> rows. Returns false
    /// where a number is NaN, or a row has no maximum in reach.
    /// </summary>
    [SkipLocalsInit]
    public static bool TryRun(TNumber* x, nint rows, nint n, double* maxima, double* excesses)
    {
        var buffer = stackalloc byte[((MostRegisters + MostGroups) * sizeof(TLanes)) + StackMemory.Slack];
        var columns = StackMemory.Align<TNumber>(buffer);
        var tops = columns + (MostRegisters * TLanes.Count);
        return Transpose(x, rows, n, columns, tops, maxima) && Excesses(columns, rows, n, tops, excesses);
    }

    /// <summary>The columns of as many rows at a time as there are lanes, and the maximum of each row; false if one is out of reach.</summary>
    [MethodImpl(Leaf)]
    private static bool Transpose(TNumber* x, nint rows, nint n, TNumber* columns, TNumber* tops, double* maxima)
    {
        TLanes reach = TLanes.Create(Exponential<TLanes, TNumber>.Reach), zero = TLanes.Create(0), furthest = zero;
        for (nint r = 0; r < rows; r += TLanes.Count)
        {
            var top = TLanes.Create(double.NegativeInfinity);
            for (nint c = 0; c < n && n < 4; c++)
            {
                var column = columns + (c * TLanes.Count);
                for (nint i = 0; i < TLanes.Count; i++)
                    column[i] = x[(i * n) + c];
                top = TLanes.Max(top, TLanes.Load(column));
            }
            for (nint c = 0; c < n && n >= 4; c += 4)
            {
                // Of the last four some may have been read before.
                c = nint.Min(c, n - 4);
                TLanes.LoadTransposed(x + c, n, out var c0, out var c1, out var c2, out var c3);
                var column = columns + (c * TLanes.Count);
                TLanes.Store(c0, column);
                TLanes.Store(c1, column + TLanes.Count);
                TLanes.Store(c2, column + (2 * TLanes.Count));
                TLanes.Store(c3, column + (3 * TLanes.Count));
                top = TLanes.Max(top, TLanes.Max(TLanes.Max(c0, c1), TLanes.Max(c2, c3)));
            }
            TLanes.Store(top, tops + r);
            TLanes.StoreAsDoubles(top, maxima + r);
            furthest = TLanes.Max(furthest, zero - TLanes.NegativeAbs(top));
            x += TLanes.Count * n;
            columns += TLanes.Count * n;
        }
        return TLanes.Bits(TLanes.LessThan(reach, furthest)) == 0;
    }

    /// <summary>
    /// The excess of each row, from terms that are not rounded: those of all numbers but one maximum, which are, of each number and the
    /// highest before it, the lower one. False where a number is NaN.
    /// </summary>
    [MethodImpl(Leaf)]
    private static bool Excesses(TNumber* columns, nint rows, nint n, TNumber* tops, double* excesses)
    {
        TLanes zero = TLanes.Create(0), check = zero;
        for (nint r = 0; r < rows; r += TLanes.Count)
        {
            var max = TLanes.Load(tops + r);
            var exp = Exponential<TLanes, TNumber>.OfExcess(max);
            TLanes sum = zero, lost = zero, rest = zero, other = zero, top = TLanes.Load(columns);
            check += TLanes.Max(zero, top); // NaN if that is; a masked class is none.
            columns += TLanes.Count;
            nint i = 1;
            for (; i < n - 1; i += 2)
            {
                TLanes x0 = TLanes.Load(columns), x1 = TLanes.Load(columns + TLanes.Count);
                var next = TLanes.Max(top, x0);
                TLanes p0 = exp.ScaledTermOf(TLanes.Min(top, x0), out var s0, out var q0, isLong: true), p1 = exp.ScaledTermOf(TLanes.Min(next, x1), out var s1, out var q1, isLong: true);
                top = TLanes.Max(next, x1);
                CompensatedAddition<TLanes, TNumber>.Add(p0 + p1, ref sum, ref lost);
                if (TLanes.TableSteps == 1)
                    CompensatedAddition<TLanes, TNumber>.Add((s0 * q0) + (s1 * q1), ref rest, ref other); // They are so large that their additions count.
                else
                    rest = TLanes.MultiplyAdd(s1, q1, TLanes.MultiplyAdd(s0, q0, rest));
                columns += 2 * TLanes.Count;
            }
            if (i < n)
            {
                var p0 = exp.ScaledTermOf(TLanes.Min(top, TLanes.Load(columns)), out var s0, out var q0, isLong: true);
                CompensatedAddition<TLanes, TNumber>.Add(p0, ref sum, ref lost);
                RowLoops<TLanes, TNumber>.AddRest(s0, q0, ref rest, ref other);
                columns += TLanes.Count;
            }
            rest += lost + other;
            check += rest;
            var power = exp.ScaledTermOf(max, out var part, out var quotient, isLong: true);
            TLanes.StoreQuotients(sum, rest, power, part * quotient, excesses + r);
        }
        return double.IsFinite(TLanes.Sum(check - check));
    }
}
