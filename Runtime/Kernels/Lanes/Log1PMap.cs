using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>log(1 + x).</summary>
internal readonly struct Log1PMap<TLanes, TNumber> : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => Log1P<TLanes, TNumber>.Of(x);
}
