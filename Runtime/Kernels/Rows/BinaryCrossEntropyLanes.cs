using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Sigmoid cross-entropy of logits and, beside them, targets.</summary>
internal readonly unsafe struct BinaryCrossEntropyLanes<T>(T* losses, double positive, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers are added up before the sum goes on in double, and how many losses are narrowed together.</summary>
    private const int TileElements = 256;

    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double sum = 0;
        float* widened = stackalloc float[TileElements];
        var tile = typeof(T) == typeof(Half) ? TileElements : block.Rows;
        for (nint i = 0; i < block.Rows; i += tile)
        {
            var n = nint.Min(tile, block.Rows - i);
            var gradient = block.Destination == null ? null : block.Destination + i;
            var results = losses == null ? null : typeof(T) == typeof(Half) ? (TNumber*)widened : (TNumber*)(losses + block.First + i);
            sum += Whole<TLanes, TNumber>(block.Logits + i, block.Other + i, results, gradient, n);
            if (typeof(T) == typeof(Half) && losses != null)
                HalfConversion.Narrow(widened, (Half*)losses + block.First + i, (int)n);
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private double Whole<TLanes, TNumber>(TNumber* logits, TNumber* targets, TNumber* results, TNumber* gradient, nint n)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var factor = TLanes.Create(scale);
        var decay = new Decay<TLanes, TNumber>();
        double total = 0;
        nint i = 0, whole = n / TLanes.Count * TLanes.Count;
        while (i < whole)
        {
            var sum = TLanes.Create(0);
            for (var end = nint.Min(i + TileElements, whole); i < end; i += TLanes.Count)
            {
                var loss = Loss<TLanes, TNumber>(TLanes.Load(logits + i), TLanes.Load(targets + i), in decay, out var derivative);
                sum += loss;
                if (results != null)
                    TLanes.Store(loss, results + i);
                if (gradient != null)
                    TLanes.Store(derivative * factor, gradient + i);
            }
            total += TLanes.Sum(sum);
        }
        return i == n ? total : total + Last<TLanes, TNumber>(logits + i, targets + i, results == null ? null : results + i, gradient == null ? null : gradient + i, (int)(n - i));
    }

    // Apart, as the compiler inlines only so many calls into one method.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private double Last<TLanes, TNumber>(TNumber* logits, TNumber* targets, TNumber* results, TNumber* gradient, int n)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var mask = TLanes.First(n);
        // Lanes past the end lose nothing: at negative infinity with the target 0.
        TLanes x = TLanes.LoadMasked(logits, mask, TLanes.Create(double.NegativeInfinity)), t = TLanes.LoadMasked(targets, mask, TLanes.Create(0));
        var loss = Loss<TLanes, TNumber>(x, t, new Decay<TLanes, TNumber>(), out var derivative);
        if (results != null)
            TLanes.StoreMasked(loss, results, mask);
        if (gradient != null)
            TLanes.StoreMasked(derivative * TLanes.Create(scale), gradient, mask);
        return TLanes.Sum(loss);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Loss<TLanes, TNumber>(TLanes x, TLanes t, in Decay<TLanes, TNumber> decay, out TLanes derivative)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TLanes zero = TLanes.Create(0), one = TLanes.Create(1), negative = one - t;
        var isWeighted = positive != 1;
        if (isWeighted)
            t *= TLanes.Create(positive);
        // What speaks against the sign of the logit, and for it.
        var isNegative = TLanes.LessThan(x, zero);
        TLanes against = TLanes.Select(isNegative, t, negative), agreeing = TLanes.Select(isNegative, negative, t), e = decay.Of(x);
        derivative = TLanes.FlipSign(TLanes.DivideFast(TLanes.MultiplyAddNegated(agreeing, e, against), one + e), x);
        var log = Log1P<TLanes, TNumber>.OfFraction(e);
        if (isWeighted)
            log *= t + negative;
        // Where the target agrees with the sign altogether, the distance counts for nothing, even an infinite one.
        return TLanes.MultiplyAddNegated(against, TLanes.ZeroWhereEqual(against, zero, TLanes.NegativeAbs(x)), log);
    }
}
