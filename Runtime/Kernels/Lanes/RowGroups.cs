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

    /// <summary>How far the maxima of rows may be apart: from a sum that probabilities need to one that is finite.</summary>
    private const double Range = 80;

    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    public static bool Fit(nint n) => n <= 2 * TLanes.Count && TLanes.Count >= 4;

    /// <summary>
    /// What <see cref="RowBatch{TLanes, TNumber}.Run"/> does, for a multiple of <see cref="ILanes{TSelf, TNumber}.Count"/> rows. Does nothing
    /// and returns false where a row has no finite maximum, or their maxima are too far apart for one K.
    /// </summary>
    [SkipLocalsInit]
    public static bool TryRun(TNumber* x, TNumber* y, nint rows, nint n, double scale, double* maxima, double* excesses)
    {
        var highest = RowLoops<TLanes, TNumber>.Max(x, rows * n);
        if (!(Math.Abs(highest) <= Exponential<TLanes, TNumber>.Reach))
            return false;
        var buffer = stackalloc byte[((2 * MostRows) + (MostRows / 2)) * sizeof(TLanes) + StackMemory.Slack];
        var terms = StackMemory.Align<TNumber>(buffer);
        var sums = terms + (2 * MostRows * TLanes.Count);
        var k = Math.Floor((highest - Range) * 1.4426950408889634);
        if (!Terms(x, terms, rows * n, k))
            return false;
        if (!(maxima == null ? Sums(terms, sums, rows, n) : Leads(terms, sums, rows, n, excesses)))
            return false;
        if (maxima != null)
            Maxima(x, rows, n, maxima);
        if (y != null)
            Divide(terms, y, rows, n, sums, scale);
        return true;
    }

    /// <summary>e^x * 2^-K of whole registers; false if one is not finite.</summary>
    [MethodImpl(Leaf)]
    private static bool Terms(TNumber* x, TNumber* terms, nint count, double k)
    {
        var exp = new Exponential<TLanes, TNumber>(k);
        var sum = TLanes.Create(0);
        for (nint i = 0; i < count; i += TLanes.Count)
        {
            var term = exp.PreciselyOf(TLanes.Load(x + i));
            TLanes.Store(term, terms + i);
            sum += term;
        }
        return double.IsFinite(TLanes.Sum(sum));
    }

    /// <summary>The sum of each row; false if one is below 1: then probabilities that are normal numbers could be lost.</summary>
    [MethodImpl(Leaf)]
    private static bool Sums(TNumber* terms, TNumber* sums, nint rows, nint n)
    {
        var folded = (SumFold<TLanes, TNumber>*)sums;
        Folds<SumFold<TLanes, TNumber>, TLanes, TNumber>.Run(terms, rows, n, folded);
        var least = TLanes.Create(1);
        for (nint i = 0; i < rows / TLanes.Count; i++)
            least = TLanes.Min(least, folded[i].Value);
        return TLanes.Bits(TLanes.LessThan(least, TLanes.Create(1))) == 0;
    }

    /// <summary>The same, and the excess of each row.</summary>
    [MethodImpl(Leaf)]
    private static bool Leads(TNumber* terms, TNumber* sums, nint rows, nint n, double* excesses)
    {
        var folded = (LeadFold<TLanes, TNumber>*)sums;
        Folds<LeadFold<TLanes, TNumber>, TLanes, TNumber>.Run(terms, rows, n, folded);
        var least = TLanes.Create(1);
        for (nint i = 0; i < rows / TLanes.Count; i++)
        {
            var lead = folded[i];
            TLanes.Store(lead.Greatest + lead.Others, sums + (i * TLanes.Count));
            TLanes.StoreAsDoubles(lead.Others / lead.Greatest, excesses + (i * TLanes.Count));
            least = TLanes.Min(least, lead.Greatest);
        }
        return TLanes.Bits(TLanes.LessThan(least, TLanes.Create(1))) == 0;
    }

    /// <summary>The maximum of each row.</summary>
    [SkipLocalsInit]
    [MethodImpl(Leaf)]
    private static void Maxima(TNumber* x, nint rows, nint n, double* maxima)
    {
        var folded = stackalloc MaximumFold<TLanes, TNumber>[MostRows / 4];
        Folds<MaximumFold<TLanes, TNumber>, TLanes, TNumber>.Run(x, rows, n, folded);
        for (nint i = 0; i < rows / TLanes.Count; i++)
            TLanes.StoreAsDoubles(folded[i].Value, maxima + (i * TLanes.Count));
    }

    /// <summary>The share that each term has of the sum of its row, times a number.</summary>
    [SkipLocalsInit]
    [MethodImpl(Leaf)]
    private static void Divide(TNumber* terms, TNumber* y, nint rows, nint n, TNumber* sums, double scale)
    {
        var inverses = stackalloc TNumber[MostRows];
        for (nint r = 0; r < rows; r += TLanes.Count)
            TLanes.Store(TLanes.Create(1) / TLanes.Load(sums + r), inverses + r);
        var whole = TLanes.Create(scale);
        // A register may reach into rows that are written later, which costs less than to mask it.
        var reach = n <= TLanes.Count ? TLanes.Count : 2 * TLanes.Count;
        nint row = 0;
        for (; (row * n) + reach <= rows * n; row++)
        {
            TLanes sum = TLanes.Broadcast(sums + row), inverse = TLanes.Broadcast(inverses + row);
            TLanes.Store(Share(TLanes.Load(terms), sum, inverse) * whole, y);
            if (n > TLanes.Count)
                TLanes.Store(Share(TLanes.Load(terms + TLanes.Count), sum, inverse) * whole, y + TLanes.Count);
            terms += n;
            y += n;
        }
        for (; row < rows; row++)
        {
            TLanes sum = TLanes.Broadcast(sums + row), inverse = TLanes.Broadcast(inverses + row);
            for (nint i = 0; i < n; i += TLanes.Count)
            {
                var mask = TLanes.First((int)(n - i));
                TLanes.StoreMasked(Share(TLanes.LoadMasked(terms + i, mask, sum), sum, inverse) * whole, y + i, mask);
            }
            terms += n;
            y += n;
        }
    }

    /// <summary>term / sum. Where products do not round before they are added, by the reciprocal and its correction, in a fraction of the time (Markstein, 1990).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Share(TLanes term, TLanes sum, TLanes inverse)
    {
        if (!TLanes.Fuses)
            return term / sum;
        var share = term * inverse;
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.Create(0) - sum, share, term), inverse, share);
    }
}
