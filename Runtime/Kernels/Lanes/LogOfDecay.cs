using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Something plus or minus log(1 + e^-|x|), which is not rounded before it is added.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct LogOfDecay<TLanes, TNumber>()
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Decay<TLanes, TNumber> _decay = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes AddTo(TLanes addend, TLanes x)
    {
        var log = Of(x, out var lost);
        return typeof(TNumber) == typeof(float) ? addend + lost + log : addend + log;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes SubtractFrom(TLanes minuend, TLanes x)
    {
        var log = Of(x, out var lost);
        return typeof(TNumber) == typeof(float) ? minuend - lost - log : minuend - log;
    }

    /// <summary>The logarithm, and in float what it is rounded off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Of(TLanes x, out TLanes lost)
    {
        if (typeof(TNumber) == typeof(double) || TLanes.Fuses)
            return Log1P<TLanes, TNumber>.OfFraction(_decay.Of(x), out lost);
        // Where products round, so does the power: just above one of two, with a logarithm just below it, its error would count for two.
        var decay = _decay.Of(x, out var rest);
        var log = Log1P<TLanes, TNumber>.OfFraction(decay, out lost);
        // The derivative of the logarithm, 1 / (1 + decay), to an eighth: enough for so small a number.
        lost += TLanes.MultiplyAddNegated(TLanes.Create(0.5) * decay, rest, rest);
        return log;
    }
}
