using System.Numerics;

namespace Logits.Numerics;

/// <summary>Softmax and log-sum-exp of rows, each in the way that suits its length and its numbers.</summary>
internal unsafe struct RowBatch<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How many numbers a second pass finds still in the first cache.</summary>
    private const int TileElements = 4096;

    private const int MostRows = 64;

    private RowSums<TLanes, TNumber> _sums = new();

    public RowBatch()
    {
    }

    /// <summary>How many rows, 64 at most, are best taken at a time where they are looked at more than once.</summary>
    public static nint Tile(TNumber* x, nint n)
    {
        // Rows that are folded together are looked at together.
        var least = ShortRows<TLanes, TNumber>.Fit(x, null, n, streams: false) ? TLanes.Count : 1;
        return nint.Clamp(TileElements / n, least, MostRows);
    }

    /// <param name="x">The rows, one after the other.</param>
    /// <param name="y">Where softmax(x) * scale goes, which may be the rows themselves; null if it is not needed.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="n">The length of a row.</param>
    /// <param name="scale">What the softmax is multiplied by.</param>
    /// <param name="streams">Whether y will have left the cache before it is read.</param>
    /// <param name="maxima">Where the maximum of each row goes, as in <see cref="RowSum"/>; null if it is not needed.</param>
    /// <param name="excesses">Where the excess of each row goes, likewise: log(1 + excess) is the log-sum-exp less the maximum.</param>
    public void Run(TNumber* x, TNumber* y, nint rows, nint n, double scale, bool streams, double* maxima, double* excesses)
    {
        nint first = 0;
        if (y == null ? TransposedRows<TLanes, TNumber>.Fit(n) : RowGroups<TLanes, TNumber>.Fit(n))
        {
            var most = y == null ? TransposedRows<TLanes, TNumber>.Together(n) : RowGroups<TLanes, TNumber>.MostRows;
            nint count;
            for (; (count = nint.Min(rows - first, most) / TLanes.Count * TLanes.Count) > 0; first += count)
            {
                TNumber* from = x + (first * n), to = y == null ? null : y + (first * n);
                double* max = maxima == null ? null : maxima + first, excess = excesses == null ? null : excesses + first;
                if (!(y == null ? TransposedRows<TLanes, TNumber>.TryRun(from, count, n, max, excess) : RowGroups<TLanes, TNumber>.TryRun(from, to, count, n, scale, max, excess)))
                    RunApart(from, to, count, n, scale, streams, max, excess);
            }
        }
        RunApart(x + (first * n), y == null ? null : y + (first * n), rows - first, n, scale, streams, maxima == null ? null : maxima + first, excesses == null ? null : excesses + first);
    }

    private void RunApart(TNumber* x, TNumber* y, nint rows, nint n, double scale, bool streams, double* maxima, double* excesses)
    {
        bool areSmall = SmallRows<TLanes, TNumber>.Fit(n), areShort = ShortRows<TLanes, TNumber>.Fit(x, y, n, streams);
        for (nint r = 0; r < rows; r++)
        {
            TNumber* from = x + (r * n), to = y == null ? null : y + (r * n);
            double* max = maxima == null ? null : maxima + r, excess = excesses == null ? null : excesses + r;
            if (areSmall)
            {
                r += SmallRows<TLanes, TNumber>.Run(from, to, rows - r, n, scale, max, excess);
                if (r < rows)
                    RunAlone(x, y, r, n, scale, streams, maxima, excesses);
                continue;
            }
            var together = areShort ? nint.Min(rows - r, ShortRows<TLanes, TNumber>.Together(y, n)) : 1;
            if (together == 1 || double.IsNaN(_sums.NextK))
            {
                RunAlone(x, y, r, n, scale, streams, maxima, excesses);
                continue;
            }
            var k = _sums.NextK;
            var done = _sums.Saturates(k)
                ? ShortRows<TLanes, TNumber>.Run<SaturatingExponential<TLanes, TNumber>>(from, to, together, n, k, scale, max, excess, ref _sums.Guess)
                : ShortRows<TLanes, TNumber>.Run<Exponential<TLanes, TNumber>>(from, to, together, n, k, scale, max, excess, ref _sums.Guess);
            for (var i = 0; i < together; i++)
            {
                if ((done >> i & 1) == 0)
                    RunAlone(x, y, r + i, n, scale, streams, maxima, excesses);
            }
            r += together - 1;
        }
        _sums.Scale(n);
    }

    private void RunAlone(TNumber* x, TNumber* y, nint r, nint n, double scale, bool streams, double* maxima, double* excesses)
    {
        var from = x + (r * n);
        var row = y == null ? _sums.Of(from, null, n) : Softmax<TLanes, TNumber>.Row(ref _sums, from, y + (r * n), n, scale, streams);
        if (maxima != null)
        {
            maxima[r] = row.Max;
            excesses[r] = row.Excess;
        }
    }
}
