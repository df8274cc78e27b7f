using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Rows that stay in the first cache: all of them in one method, with the numbers that they share in registers.</summary>
internal static unsafe class ShortRows<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How many registers are added up without going over to double.</summary>
    private const int MostRegisters = 64;

    /// <summary>Whether the rows are so; where they are overwritten there is no second try, so that they are not.</summary>
    public static bool Fit(TNumber* x, TNumber* y, nint n, bool streams) => n >= TLanes.Count && n <= MostRegisters * TLanes.Count && x != y && !streams;

    /// <summary>
    /// What <see cref="RowBatch{TLanes, TNumber}.Run"/> does, with K as it is. Stops before a row whose maximum K does not fit, or is nearly
    /// all of the sum, and returns how many rows are done. What it stops at may have been written to.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static nint Run(TNumber* x, TNumber* y, nint rows, nint n, double k, double scale, double* maxima, double* excesses)
    {
        var exp = new Exponential<TLanes, TNumber>(k);
        var lowest = RowSums<TLanes, TNumber>.Distance(0, k);
        for (nint r = 0; r < rows; r++)
        {
            TLanes top = TLanes.Create(double.NegativeInfinity), sum = TLanes.Create(0), lost = sum;
            nint i = 0;
            for (; i <= n - (4 * TLanes.Count); i += 4 * TLanes.Count)
            {
                TLanes x0 = TLanes.Load(x + i), x1 = TLanes.Load(x + i + TLanes.Count);
                TLanes x2 = TLanes.Load(x + i + (2 * TLanes.Count)), x3 = TLanes.Load(x + i + (3 * TLanes.Count));
                TLanes y0 = exp.Of(x0), y1 = exp.Of(x1), y2 = exp.Of(x2), y3 = exp.Of(x3);
                if (y != null)
                {
                    TLanes.Store(y0, y + i);
                    TLanes.Store(y1, y + i + TLanes.Count);
                    TLanes.Store(y2, y + i + (2 * TLanes.Count));
                    TLanes.Store(y3, y + i + (3 * TLanes.Count));
                }
                var part = (y0 + y1) + (y2 + y3);
                var next = sum + part;
                lost += part - (next - sum);
                sum = next;
                top = TLanes.Max(TLanes.Max(top, TLanes.Max(x0, x1)), TLanes.Max(x2, x3));
            }
            for (; i < n; i += TLanes.Count)
            {
                var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
                var x0 = TLanes.LoadMasked(x + i, mask, TLanes.Create(double.NegativeInfinity));
                var y0 = exp.Of(x0);
                if (y != null)
                    TLanes.StoreMasked(y0, y + i, mask);
                sum += y0;
                top = TLanes.Max(top, x0);
            }
            top = TLanes.MaxAcross(top);
            double max = TLanes.FirstLane(top), atMax = TLanes.FirstLane(exp.Of(top)), total = TLanes.Sum(sum) + TLanes.Sum(lost);
            if (!(max + lowest is >= 0 and <= RowSums<TLanes, TNumber>.Window && total >= atMax * (1 + RowSums<TLanes, TNumber>.Dominated) && double.IsFinite(total)))
                return r;
            if (maxima != null)
            {
                maxima[r] = max;
                excesses[r] = (total / atMax) - 1;
            }
            if (y != null)
            {
                // A method of its own, as the compiler inlines only so many calls into this one.
                MapLoop<TLanes, TNumber>.Run(y, y, n, new ScaleMap<TLanes, TNumber>(scale / total), streams: false);
                y += n;
            }
            x += n;
        }
        return rows;
    }
}
