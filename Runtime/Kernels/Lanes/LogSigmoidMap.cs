using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>-log(1 + e^-x).</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct LogSigmoidMap<TLanes, TNumber>() : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly LogOfDecay<TLanes, TNumber> _log = new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _log.SubtractFrom(TLanes.Min(TLanes.Create(0), x), x);
}
