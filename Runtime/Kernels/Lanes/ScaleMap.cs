using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>x * factor of what is not negative; 0 where that is no normal float, as those take many times as long. Doubles reach that far down.</summary>
internal readonly struct ScaleMap<TLanes, TNumber>(double factor) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TLanes _factor = TLanes.Create(factor);
    private readonly TLanes _least = TLanes.Create(Normal<TNumber>.Least / factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => (typeof(TNumber) == typeof(double) ? x : TLanes.ZeroWhereLess(x, _least, x)) * _factor;
}
