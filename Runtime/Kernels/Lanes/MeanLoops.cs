using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The passes over rows whose distances to their maximum are weighted with their softmax; of each row registers, to be folded.</summary>
internal static unsafe class MeanLoops<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>A register of each row, whose highest lane is its maximum; any number where there is a NaN.</summary>
    [MethodImpl(Leaf)]
    public static void Tops(TNumber* x, nint rows, nint n, TNumber* tops)
    {
        var lowest = TLanes.Create(double.NegativeInfinity);
        for (nint r = 0; r < rows; r++)
        {
            TLanes top = lowest, other = lowest;
            nint i = 0;
            for (; i <= n - (2 * TLanes.Count); i += 2 * TLanes.Count)
            {
                top = TLanes.Max(top, TLanes.Load(x + i));
                other = TLanes.Max(other, TLanes.Load(x + i + TLanes.Count));
            }
            for (; i < n; i += TLanes.Count)
                top = TLanes.Max(top, TLanes.LoadMasked(x + i, TLanes.First((int)nint.Min(n - i, TLanes.Count)), lowest));
            TLanes.Store(TLanes.Max(top, other), tops + (r * TLanes.Count));
            x += n;
        }
    }

    /// <summary>What the terms of each row come to: those of <see cref="Exponential{TLanes, TNumber}.Below(TLanes)"/> its maximum.</summary>
    /// <param name="x">The rows, one after the other.</param>
    /// <param name="other">Rows whose distances to their maxima are taken off those of x; null if there are none.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="n">The length of a row.</param>
    /// <param name="maxima">The maxima of x.</param>
    /// <param name="otherMaxima">The maxima of the other rows, if there are any.</param>
    /// <param name="sums">Where the sum goes, in one register, and what it lost, in another.</param>
    /// <param name="distances">Where the sum of the terms times their distances goes, likewise; null if it is not needed.</param>
    /// <param name="rest">Where the sum of the terms below the maximum goes, which would lose bits beside it.</param>
    [MethodImpl(Leaf)]
    public static void Weigh(TNumber* x, TNumber* other, nint rows, nint n, double* maxima, double* otherMaxima, TNumber* sums, TNumber* distances, TNumber* rest)
    {
        // Asked for once: the compiler inlines only so many calls.
        nint lanes = TLanes.Count;
        TLanes zero = TLanes.Create(0), whole = TLanes.Equal(zero, zero), last = TLanes.First((int)(((n - 1) % lanes) + 1));
        // Where the maximum dominates, all others are further from it.
        var nearest = TLanes.Create(-1);
        for (nint r = 0; r < rows; r++)
        {
            TLanes top = TLanes.Create(maxima[r]), otherTop = other == null ? zero : TLanes.Create(otherMaxima[r]);
            var exp = Exponential<TLanes, TNumber>.Below(top);
            TLanes sum = zero, lost = zero, distance = zero, distanceLost = zero, below = zero;
            nint i = 0;
            for (; i <= n - (2 * lanes); i += 2 * lanes)
            {
                TLanes x0 = TLanes.Load(x + i), x1 = TLanes.Load(x + i + lanes);
                TLanes y0 = exp.PreciselyOf(x0), y1 = exp.PreciselyOf(x1);
                TLanes d0 = x0 - top, d1 = x1 - top;
                below += TLanes.ZeroWhereLess(nearest, d0, y0) + TLanes.ZeroWhereLess(nearest, d1, y1);
                if (other != null)
                {
                    d0 -= TLanes.Load(other + i) - otherTop;
                    d1 -= TLanes.Load(other + i + lanes) - otherTop;
                }
                CompensatedAddition<TLanes, TNumber>.Add(y0 + y1, ref sum, ref lost);
                if (distances != null)
                    CompensatedAddition<TLanes, TNumber>.Add(exp.Weigh(x0, y0, d0) + exp.Weigh(x1, y1, d1), ref distance, ref distanceLost);
            }
            for (; i < n; i += lanes)
            {
                var mask = i <= n - lanes ? whole : last;
                var x0 = TLanes.LoadMasked(x + i, mask, TLanes.Create(double.NegativeInfinity));
                var y0 = exp.PreciselyOf(x0);
                var d0 = x0 - top;
                below += TLanes.ZeroWhereLess(nearest, d0, y0);
                if (other != null)
                    d0 -= TLanes.LoadMasked(other + i, mask, zero) - otherTop;
                sum += y0;
                distance += exp.Weigh(x0, y0, d0);
            }
            TLanes.Store(sum, sums);
            TLanes.Store(lost, sums + lanes);
            if (distances != null)
            {
                TLanes.Store(distance, distances);
                // An infinite sum has lost nothing.
                TLanes.Store(TLanes.Select(TLanes.Equal(distanceLost, distanceLost), distanceLost, zero), distances + lanes);
                distances += 2 * lanes;
            }
            TLanes.Store(below, rest);
            x += n;
            other = other == null ? null : other + n;
            sums += 2 * lanes;
            rest += lanes;
        }
    }
}
