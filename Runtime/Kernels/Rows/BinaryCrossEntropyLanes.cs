using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Sigmoid cross-entropy of logits and, beside them, targets.</summary>
internal readonly unsafe struct BinaryCrossEntropyLanes<T>(T* losses, double positive, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers are taken together, to stay in the first cache, and added up before the sum goes on in double.</summary>
    private const int TileElements = 256;

    /// <summary>In two passes over some numbers at a time: first e^-|x|, then what is made of it.</summary>
    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double sum = 0;
        TNumber* decays = stackalloc TNumber[TileElements], widened = stackalloc TNumber[TileElements];
        for (nint i = 0; i < block.Rows; i += TileElements)
        {
            var n = nint.Min(TileElements, block.Rows - i);
            var x = block.Logits + i;
            var paired = LanesPair<TLanes, TNumber>.Paired(n);
            if (paired > 0)
                MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(x, decays, paired, new DecayMap<LanesPair<TLanes, TNumber>, TNumber>(), streams: false);
            if (paired < n)
                MapLoop<TLanes, TNumber>.Run(x + paired, decays + paired, n - paired, new DecayMap<TLanes, TNumber>(), streams: false);
            var gradient = block.Destination == null ? null : block.Destination + i;
            var results = losses == null ? null : typeof(T) == typeof(Half) ? widened : (TNumber*)(losses + block.First + i);
            sum += Tile<TLanes, TNumber>(x, block.Other + i, decays, results, gradient, n);
            if (typeof(T) == typeof(Half) && losses != null)
                HalfConversion.Narrow((float*)widened, (Half*)losses + block.First + i, (int)n);
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private double Tile<TLanes, TNumber>(TNumber* logits, TNumber* targets, TNumber* decays, TNumber* results, TNumber* gradient, nint n)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TLanes factor = TLanes.Create(scale), sum = TLanes.Create(0);
        nint i = 0;
        for (; i <= n - TLanes.Count; i += TLanes.Count)
        {
            var loss = Loss<TLanes, TNumber>(TLanes.Load(logits + i), TLanes.Load(targets + i), TLanes.Load(decays + i), out var derivative);
            sum += loss;
            if (results != null)
                TLanes.Store(loss, results + i);
            if (gradient != null)
                TLanes.Store(derivative * factor, gradient + i);
        }
        var total = TLanes.Sum(sum);
        return i == n ? total : total + Last<TLanes, TNumber>(logits + i, targets + i, decays + i, results == null ? null : results + i, gradient == null ? null : gradient + i, (int)(n - i));
    }

    // Apart, as the compiler inlines only so many calls into one method.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private double Last<TLanes, TNumber>(TNumber* logits, TNumber* targets, TNumber* decays, TNumber* results, TNumber* gradient, int n)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TLanes mask = TLanes.First(n), zero = TLanes.Create(0);
        // Lanes past the end lose nothing: at negative infinity with the target 0.
        TLanes x = TLanes.LoadMasked(logits, mask, TLanes.Create(double.NegativeInfinity)), t = TLanes.LoadMasked(targets, mask, zero);
        var loss = Loss<TLanes, TNumber>(x, t, TLanes.LoadMasked(decays, mask, zero), out var derivative);
        if (results != null)
            TLanes.StoreMasked(loss, results, mask);
        if (gradient != null)
            TLanes.StoreMasked(derivative * TLanes.Create(scale), gradient, mask);
        return TLanes.Sum(loss);
    }

    /// <param name="x">The logits.</param>
    /// <param name="t">The targets.</param>
    /// <param name="e">e^-|x|.</param>
    /// <param name="derivative">The derivatives of the losses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Loss<TLanes, TNumber>(TLanes x, TLanes t, TLanes e, out TLanes derivative)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TLanes zero = TLanes.Create(0), one = TLanes.Create(1), negative = one - t;
        var isWeighted = positive != 1;
        if (isWeighted)
            t *= TLanes.Create(positive);
        // What speaks against the sign of the logit, and for it.
        var isNegative = TLanes.LessThan(x, zero);
        TLanes against = TLanes.Select(isNegative, t, negative), agreeing = TLanes.Select(isNegative, negative, t);
        derivative = TLanes.FlipSign(TLanes.DivideFast(TLanes.MultiplyAddNegated(agreeing, e, against), one + e), isNegative);
        var log = Log1P<TLanes, TNumber>.OfFraction(e);
        if (isWeighted)
            log *= t + negative;
        // Where the target agrees with the sign altogether, the distance counts for nothing, even an infinite one.
        return TLanes.MultiplyAddNegated(against, TLanes.ZeroWhereEqual(against, zero, TLanes.NegativeAbs(x)), log);
    }
}
