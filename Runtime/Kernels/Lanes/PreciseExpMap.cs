using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>e^x * 2^-K.</summary>
internal readonly struct PreciseExpMap<TLanes, TNumber>(double k) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Exponential<TLanes, TNumber> _exp = new(k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _exp.PreciselyOf(x);
}
