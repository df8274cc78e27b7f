using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>x * factor.</summary>
internal readonly struct ScaleMap<TLanes, TNumber>(double factor) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TLanes _factor = TLanes.Create(factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => x * _factor;
}
