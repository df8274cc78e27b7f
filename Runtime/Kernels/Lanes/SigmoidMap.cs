using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>1 / (1 + e^-x).</summary>
internal readonly struct SigmoidMap<TLanes, TNumber> : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x)
    {
        var e = Decay<TLanes, TNumber>.Of(x);
        var numerator = TLanes.Select(TLanes.LessThan(x, TLanes.Create(0)), e, TLanes.Create(Decay<TLanes, TNumber>.Scale));
        var denominator = TLanes.MultiplyAdd(e, TLanes.Create(1 / Decay<TLanes, TNumber>.Scale), TLanes.Create(1));
        return Decay<TLanes, TNumber>.Unscale(numerator / denominator);
    }
}
