using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Rows that stay in the first cache, some together: each in one pass, with the numbers that they share in registers, then the maxima and
/// sums of as many as a register has lanes, then what is to be scaled.
/// </summary>
internal static unsafe class ShortRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>How many registers are added up without going over to double.</summary>
    private const int MostRegisters = 64;

    /// <summary>The most lanes that a register has.</summary>
    private const int MostRows = 16;

    /// <summary>How many bytes are written before they are scaled, to be still in the first cache.</summary>
    private const int TileBytes = 24 << 10;

    /// <summary>Whether the rows are so; where they are overwritten there is no second try, so that they are not.</summary>
    public static bool Fit(TNumber* x, TNumber* y, nint n, bool streams)
        => n >= TLanes.Count && n <= MostRegisters * TLanes.Count && TLanes.Count >= 4 && x != y && !streams;

    /// <summary>How many rows are best taken together.</summary>
    public static nint Together(TNumber* y, nint n) => y == null ? TLanes.Count : nint.Clamp(TileBytes / sizeof(TNumber) / n, 1, TLanes.Count);

    /// <summary>
    /// What <see cref="RowBatch{TLanes, TNumber}.Run"/> does, with K as it is, for at most as many rows as there are lanes. Returns a bit for
    /// each row that is done; not those whose maximum K does not fit, or is nearly all of the sum. What is not done may have been written to.
    /// The maximum of the last that is done is the next guess.
    /// </summary>
    [SkipLocalsInit]
    public static uint Run<TExponential>(TNumber* x, TNumber* y, nint rows, nint n, double k, double scale, double* maxima, double* excesses, ref double guess)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var buffer = stackalloc byte[(3 * MostRows * sizeof(TLanes)) + StackMemory.Slack];
        var tops = StackMemory.Align<TNumber>(buffer);
        var sums = tops + (TLanes.Count * TLanes.Count);
        if (y == null)
            Sum<TExponential>(x, rows, n, k, tops, sums);
        else
            SumStored<TExponential>(x, y, rows, n, k, tops, sums);
        double* max = stackalloc double[MostRows], atMax = stackalloc double[MostRows], sum = stackalloc double[MostRows], lost = stackalloc double[MostRows];
        FoldTops(tops, k, y != null, max, atMax);
        // The bound of float has room for what the fold loses, that of double has not.
        var isExact = maxima != null || typeof(TNumber) == typeof(double);
        FoldSums(sums, sum, isExact ? lost : null);
        var lowest = RowSums<TLanes, TNumber>.Distance(0, k);
        uint done = 0;
        for (var r = 0; r < rows; r++)
        {
            var total = isExact ? sum[r] + lost[r] : sum[r];
            if (!(max[r] + lowest is >= 0 and <= RowSums<TLanes, TNumber>.Window && total >= atMax[r] * (1 + RowSums<TLanes, TNumber>.Dominated) && total <= RowSums<TLanes, TNumber>.Most))
                continue;
            done |= 1u << r;
            guess = max[r];
            if (maxima != null)
            {
                maxima[r] = max[r];
                excesses[r] = (total / atMax[r]) - 1;
            }
            sum[r] = scale / total;
        }
        if (y != null)
            Scale(y, rows, n, sum, done);
        return done;
    }

    /// <summary>Of each row the maxima in one register, and the sums in two, the second of them the rests and what the first lost.</summary>
    [MethodImpl(Leaf)]
    private static void Sum<TExponential>(TNumber* x, nint rows, nint n, double k, TNumber* tops, TNumber* sums)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var exp = TExponential.Of(k);
        for (nint r = 0; r < rows; r++)
        {
            TLanes top = TLanes.Create(double.NegativeInfinity), sum = TLanes.Create(0), lost = sum, rest = sum, other = sum;
            nint i = 0;
            for (; i <= n - (4 * TLanes.Count); i += 4 * TLanes.Count)
                RowLoops<TLanes, TNumber>.AddTerms(x + i, in exp, ref sum, ref lost, ref rest, ref other, ref top);
            for (; i < n; i += TLanes.Count)
            {
                var x0 = TLanes.LoadMasked(x + i, TLanes.First((int)nint.Min(n - i, TLanes.Count)), TLanes.Create(RowLoops<TLanes, TNumber>.Lowest));
                var power = exp.ScaledTermOf(x0, out var part, out var quotient);
                CompensatedAddition<TLanes, TNumber>.Add(power, ref sum, ref lost);
                RowLoops<TLanes, TNumber>.AddRest(part, quotient, ref rest, ref other);
                top = TLanes.Max(top, x0);
            }
            TLanes.Store(top, tops + (r * TLanes.Count));
            var whole = sum + rest;
            TLanes.Store(whole, sums + (2 * r * TLanes.Count));
            TLanes.Store(lost + other + (rest - (whole - sum)), sums + (((2 * r) + 1) * TLanes.Count));
            x += n;
        }
    }

    /// <summary>The same, with the terms stored, and summed as they are rounded there.</summary>
    [MethodImpl(Leaf)]
    private static void SumStored<TExponential>(TNumber* x, TNumber* y, nint rows, nint n, double k, TNumber* tops, TNumber* sums)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var exp = TExponential.Of(k);
        for (nint r = 0; r < rows; r++)
        {
            TLanes top = TLanes.Create(double.NegativeInfinity), sum = TLanes.Create(0), lost = sum;
            nint i = 0;
            for (; i <= n - (4 * TLanes.Count); i += 4 * TLanes.Count)
            {
                TLanes x0 = TLanes.Load(x + i), x1 = TLanes.Load(x + i + TLanes.Count);
                TLanes x2 = TLanes.Load(x + i + (2 * TLanes.Count)), x3 = TLanes.Load(x + i + (3 * TLanes.Count));
                TLanes y0 = exp.ScaledOf(x0), y1 = exp.ScaledOf(x1), y2 = exp.ScaledOf(x2), y3 = exp.ScaledOf(x3);
                TLanes.Store(y0, y + i);
                TLanes.Store(y1, y + i + TLanes.Count);
                TLanes.Store(y2, y + i + (2 * TLanes.Count));
                TLanes.Store(y3, y + i + (3 * TLanes.Count));
                CompensatedAddition<TLanes, TNumber>.Add((y0 + y1) + (y2 + y3), ref sum, ref lost);
                top = TLanes.Max(TLanes.Max(top, TLanes.Max(x0, x1)), TLanes.Max(x2, x3));
            }
            for (; i < n; i += TLanes.Count)
            {
                var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
                var x0 = TLanes.LoadMasked(x + i, mask, TLanes.Create(RowLoops<TLanes, TNumber>.Lowest));
                var y0 = exp.ScaledOf(x0);
                TLanes.StoreMasked(y0, y + i, mask);
                CompensatedAddition<TLanes, TNumber>.Add(y0, ref sum, ref lost);
                top = TLanes.Max(top, x0);
            }
            TLanes.Store(top, tops + (r * TLanes.Count));
            TLanes.Store(sum, sums + (2 * r * TLanes.Count));
            TLanes.Store(lost, sums + (((2 * r) + 1) * TLanes.Count));
            x += n;
            y += n;
        }
    }

    /// <summary>Of each row its maximum, and the term of that. What is not of a row may be any numbers.</summary>
    [SkipLocalsInit]
    [MethodImpl(Leaf)]
    private static void FoldTops(TNumber* tops, double k, bool isStored, double* max, double* atMax)
    {
        var top = stackalloc MaximumFold<TLanes, TNumber>[MostRows / 4];
        Folds<MaximumFold<TLanes, TNumber>, TLanes, TNumber>.Run(tops, TLanes.Count, TLanes.Count, top);
        TLanes.StoreAsDoubles(top->Value, max);
        var exp = new Exponential<TLanes, TNumber>(k);
        if (isStored)
        {
            TLanes.StoreAsDoubles(exp.ScaledOf(top->Value), atMax);
            return;
        }
        var rest = stackalloc double[MostRows];
        TLanes.StoreAsDoubles(exp.ScaledTermOf(top->Value, out var part, out var quotient), atMax);
        TLanes.StoreAsDoubles(part * quotient, rest);
        for (var r = 0; r < TLanes.Count; r++)
            atMax[r] += rest[r];
    }

    /// <summary>The sum of each row, and what it lost, unless that is not asked for.</summary>
    [SkipLocalsInit]
    [MethodImpl(Leaf)]
    private static void FoldSums(TNumber* sums, double* sum, double* lost)
    {
        if (lost == null)
        {
            var rounded = stackalloc SumFold<TLanes, TNumber>[MostRows / 4];
            Folds<SumFold<TLanes, TNumber>, TLanes, TNumber>.Run(sums, TLanes.Count, 2 * TLanes.Count, rounded);
            TLanes.StoreAsDoubles(rounded->Value, sum);
            return;
        }
        var exact = stackalloc CompensatedFold<TLanes, TNumber>[MostRows / 4];
        Folds<CompensatedFold<TLanes, TNumber>, TLanes, TNumber>.Run(sums, TLanes.Count, 2 * TLanes.Count, exact);
        TLanes.StoreAsDoubles(exact->Sum, sum);
        TLanes.StoreAsDoubles(exact->Lost, lost);
    }

    [MethodImpl(Leaf)]
    private static void Scale(TNumber* y, nint rows, nint n, double* factors, uint done)
    {
        var zero = TLanes.Create(0);
        for (nint r = 0; r < rows; r++)
        {
            var share = new ScaleMap<TLanes, TNumber>(factors[r]);
            nint i = n;
            if ((done >> (int)r & 1) != 0)
            {
                // The rest is written in whole lines of the cache.
                i = nint.Min(n, (nint)((nuint)(-(nint)y) % (nuint)sizeof(TLanes)) / sizeof(TNumber));
                var head = TLanes.First((int)i);
                TLanes.StoreMasked(share.Of(TLanes.LoadMasked(y, head, zero)), y, head);
            }
            for (; i <= n - (2 * TLanes.Count); i += 2 * TLanes.Count)
            {
                TLanes y0 = share.Of(TLanes.Load(y + i)), y1 = share.Of(TLanes.Load(y + i + TLanes.Count));
                TLanes.Store(y0, y + i);
                TLanes.Store(y1, y + i + TLanes.Count);
            }
            for (; i < n; i += TLanes.Count)
            {
                var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
                TLanes.StoreMasked(share.Of(TLanes.LoadMasked(y + i, mask, zero)), y + i, mask);
            }
            y += n;
        }
    }
}
