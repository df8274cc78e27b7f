using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>1 / (1 + e^-x).</summary>
internal readonly struct SigmoidMap<TLanes, TNumber>() : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Decay<TLanes, TNumber> _decay = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x)
    {
        var decay = _decay.Of(x);
        var e = Decay<TLanes, TNumber>.Unscale(decay);
        // What is taken off 1 or e is at most half of it, and its errors count for so much less.
        var rest = e / (TLanes.Create(-1) - e);
        var low = Decay<TLanes, TNumber>.Unscale(TLanes.MultiplyAdd(decay, rest, decay));
        return TLanes.Select(TLanes.LessThan(x, TLanes.Create(0)), low, TLanes.Create(1) + rest);
    }
}
