using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>x / whole, but never above 1, and exactly 1 where they are equal; a product with the rounded reciprocal could miss it. 0 where it is no normal number.</summary>
internal readonly struct ShareMap<TLanes, TNumber>(double whole) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TLanes _whole = TLanes.Create(whole);
    private readonly TLanes _least = TLanes.Create(Normal<TNumber>.Least * whole);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x)
    {
        var share = TLanes.ZeroWhereLess(x, _least, x) / _whole;
        return TLanes.Select(TLanes.LessThan(TLanes.Create(1), share), TLanes.Create(1), share);
    }
}
