using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>e^-|x|.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct DecayMap<TLanes, TNumber>() : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Decay<TLanes, TNumber> _decay = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _decay.Of(x);
}
