using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>x - first - second.</summary>
internal readonly struct SubtractMap<TLanes, TNumber>(double first, double second) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TLanes _first = TLanes.Create(first);
    private readonly TLanes _second = TLanes.Create(second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => x - _first - _second;
}
