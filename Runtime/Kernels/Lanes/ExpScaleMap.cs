using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>e^x * 2^-K * factor, times <see cref="ILanes{TSelf, TNumber}.TableScale"/>; 0 where that is no normal number.</summary>
internal readonly struct ExpScaleMap<TLanes, TNumber>(double k, double factor) : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Exponential<TLanes, TNumber> _exp = new(k, Normal<TNumber>.Least / Math.Min(1, factor));
    private readonly TLanes _factor = TLanes.Create(factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x) => _exp.ScaledOf(x) * _factor;
}
