using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>e^-|x|, what the logarithms of one logit are made of: 0 where no number is left, subnormal where there is no normal one.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Decay<TLanes, TNumber>()
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    // Made larger by a power of two, at least that of the bits which subnormal numbers lose, so that it is rounded only once it is small.
    private readonly Exponential<TLanes, TNumber> _exp = new(typeof(TNumber) == typeof(double) ? -56 : -26);

    private static double Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TNumber) == typeof(double) ? 1.0 / (1L << 56) : 1.0 / (1 << 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _exp.PreciselyOf(TLanes.NegativeAbs(x)) * TLanes.Create(Scale);

    /// <summary>The same, and what it is rounded off, unless that is subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x, out TLanes lost)
    {
        var scale = TLanes.Create(Scale);
        var enlarged = _exp.PreciselyOf(TLanes.NegativeAbs(x), out var rest);
        lost = rest * scale;
        return enlarged * scale;
    }
}
