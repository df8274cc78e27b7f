using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>e^-|x|, what the functions of one logit are made of, times <see cref="Scale"/>: so large that it is a normal number, or 0 where no number is left.</summary>
internal readonly struct Decay<TLanes, TNumber>()
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Exponential<TLanes, TNumber> _exp = new(typeof(TNumber) == typeof(double) ? -54 : -25);

    /// <summary>A power of two, at least that of the bits which subnormal numbers lose.</summary>
    public static double Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TNumber) == typeof(double) ? 1L << 54 : 1 << 25;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _exp.PreciselyOf(TLanes.Create(0) - TLanes.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Unscale(TLanes x) => x * TLanes.Create(1 / Scale);
}
