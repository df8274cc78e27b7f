using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Rows of one or two registers, many together: the exponentials of all their numbers in one pass with one K, then the maxima and sums of
/// as many rows at a time as a register has lanes.
/// </summary>
internal static unsafe class RowGroups<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How many rows there may be; their numbers stay in the first cache.</summary>
    public const int MostRows = 64;

    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    private const int Alignment = 64;

    public static bool Fit(nint n) => n <= 2 * TLanes.Count && TLanes.Count > 1;

    /// <summary>
    /// What <see cref="RowBatch{TLanes, TNumber}.Run"/> does, for a multiple of <see cref="ILanes{TSelf, TNumber}.Count"/> rows. Does nothing
    /// and returns false where a row has no finite maximum, or their maxima are too far apart for one K.
    /// </summary>
    [SkipLocalsInit]
    public static bool TryRun(TNumber* x, TNumber* y, int rows, int n, double scale, double* maxima, double* excesses)
    {
        var highest = RowLoops<TLanes, TNumber>.Max(x, (nint)rows * n);
        if (!(Math.Abs(highest) <= Exponential<TLanes, TNumber>.Reach))
            return false;
        var buffer = stackalloc byte[(5 * MostRows * sizeof(TLanes)) + Alignment];
        var terms = (TLanes*)(((nuint)buffer + Alignment - 1) & ~(nuint)(Alignment - 1));
        TLanes* tops = terms + (2 * MostRows), greatest = tops + MostRows, others = greatest + MostRows;
        var k = Math.Floor((highest - RowSums<TLanes, TNumber>.Window) * 1.4426950408889634);
        if (!Terms(x, terms, rows * n / TLanes.Count, k))
            return false;
        Shares((TNumber*)terms, rows, n, greatest, others);
        if (maxima != null)
            Maxima(x, rows, n, tops);
        var registers = rows / TLanes.Count;
        if (!Finish(tops, greatest, others, registers, maxima, excesses))
            return false;
        if (y != null)
            Divide((TNumber*)terms, y, rows, n, (TNumber*)greatest, scale);
        return true;
    }

    /// <summary>e^x * 2^-K of whole registers; false if one is not finite.</summary>
    [MethodImpl(Leaf)]
    private static bool Terms(TNumber* x, TLanes* terms, int registers, double k)
    {
        var exp = new Exponential<TLanes, TNumber>(k);
        var sum = TLanes.Create(0);
        for (nint i = 0; i < registers; i++)
        {
            var term = exp.PreciselyOf(TLanes.Load(x + (i * TLanes.Count)));
            terms[i] = term;
            sum += term;
        }
        return double.IsFinite(TLanes.Sum(sum));
    }

    /// <summary>The maximum of each row.</summary>
    [MethodImpl(Leaf)]
    private static void Maxima(TNumber* x, int rows, int n, TLanes* tops)
    {
        TLanes lowest = TLanes.Create(double.NegativeInfinity), mask = TLanes.First(n), rest = TLanes.First(n - TLanes.Count);
        for (nint r = 0; r < rows; r++)
        {
            var row = TLanes.LoadMasked(x, mask, lowest);
            tops[r] = n <= TLanes.Count ? row : TLanes.Max(row, TLanes.LoadMasked(x + TLanes.Count, rest, lowest));
            x += n;
        }
        for (var left = rows / 2; left >= rows / TLanes.Count; left /= 2)
        {
            for (nint i = 0; i < left; i++)
                tops[i] = TLanes.Max(TLanes.Even(tops[2 * i], tops[(2 * i) + 1]), TLanes.Odd(tops[2 * i], tops[(2 * i) + 1]));
        }
    }

    /// <summary>The greatest term of each row, and the sum of its others, beside which the greatest would lose their bits.</summary>
    [MethodImpl(Leaf)]
    private static void Shares(TNumber* terms, int rows, int n, TLanes* greatest, TLanes* others)
    {
        TLanes zero = TLanes.Create(0), mask = TLanes.First(n), rest = TLanes.First(n - TLanes.Count);
        for (nint r = 0; r < rows; r++)
        {
            var row = TLanes.LoadMasked(terms, mask, zero);
            var second = n <= TLanes.Count ? zero : TLanes.LoadMasked(terms + TLanes.Count, rest, zero);
            greatest[r] = TLanes.Max(row, second);
            others[r] = TLanes.Min(row, second);
            terms += n;
        }
        for (var left = rows / 2; left >= rows / TLanes.Count; left /= 2)
        {
            for (nint i = 0; i < left; i++)
            {
                TLanes even = TLanes.Even(greatest[2 * i], greatest[(2 * i) + 1]), odd = TLanes.Odd(greatest[2 * i], greatest[(2 * i) + 1]);
                greatest[i] = TLanes.Max(even, odd);
                others[i] = TLanes.Min(even, odd) + (TLanes.Even(others[2 * i], others[(2 * i) + 1]) + TLanes.Odd(others[2 * i], others[(2 * i) + 1]));
            }
        }
    }

    /// <summary>The results of each row that are not for each number; and the sums instead of the greatest terms.</summary>
    [MethodImpl(Leaf)]
    private static bool Finish(TLanes* tops, TLanes* greatest, TLanes* others, int registers, double* maxima, double* excesses)
    {
        // A row of less would lose probabilities that are normal numbers.
        var one = TLanes.Create(1);
        for (nint i = 0; i < registers; i++)
        {
            if (TLanes.Bits(TLanes.LessThan(greatest[i], one)) != 0)
                return false;
        }
        for (nint i = 0; i < registers; i++)
        {
            if (maxima != null)
            {
                TLanes.StoreAsDoubles(tops[i], maxima + (i * TLanes.Count));
                TLanes.StoreAsDoubles(others[i] / greatest[i], excesses + (i * TLanes.Count));
            }
            greatest[i] += others[i];
        }
        return true;
    }

    [MethodImpl(Leaf)]
    private static void Divide(TNumber* terms, TNumber* y, int rows, int n, TNumber* sums, double scale)
    {
        TLanes whole = TLanes.Create(scale), mask = TLanes.First(n), rest = TLanes.First(n - TLanes.Count);
        for (nint r = 0; r < rows; r++)
        {
            var sum = TLanes.Broadcast(sums + r);
            TLanes.StoreMasked(TLanes.LoadMasked(terms, mask, sum) / sum * whole, y, mask);
            if (n > TLanes.Count)
                TLanes.StoreMasked(TLanes.LoadMasked(terms + TLanes.Count, rest, sum) / sum * whole, y + TLanes.Count, rest);
            terms += n;
            y += n;
        }
    }
}
