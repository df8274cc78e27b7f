using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The sum of a row.</summary>
internal readonly unsafe struct SumFold<TLanes, TNumber>(TLanes value) : IFold<SumFold<TLanes, TNumber>, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly TLanes Value = value;

    [MethodImpl(Inline)]
    public static SumFold<TLanes, TNumber> Load(TNumber* row, TLanes mask) => new(TLanes.LoadMasked(row, mask, TLanes.Create(0)));

    [MethodImpl(Inline)]
    public static SumFold<TLanes, TNumber> Merge(SumFold<TLanes, TNumber> left, SumFold<TLanes, TNumber> right) => new(left.Value + right.Value);

    [MethodImpl(Inline)]
    public static SumFold<TLanes, TNumber> Join(SumFold<TLanes, TNumber> left, SumFold<TLanes, TNumber> right)
        => new(TLanes.Even(left.Value, right.Value) + TLanes.Odd(left.Value, right.Value));
}
