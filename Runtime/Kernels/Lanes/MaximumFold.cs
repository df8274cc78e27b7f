using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The maximum of a row.</summary>
internal readonly unsafe struct MaximumFold<TLanes, TNumber>(TLanes value) : IFold<MaximumFold<TLanes, TNumber>, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly TLanes Value = value;

    [MethodImpl(Inline)]
    public static MaximumFold<TLanes, TNumber> Load(TNumber* row, TLanes mask) => new(TLanes.LoadMasked(row, mask, TLanes.Create(double.NegativeInfinity)));

    [MethodImpl(Inline)]
    public static MaximumFold<TLanes, TNumber> Merge(MaximumFold<TLanes, TNumber> left, MaximumFold<TLanes, TNumber> right)
        => new(TLanes.Max(left.Value, right.Value));

    [MethodImpl(Inline)]
    public static MaximumFold<TLanes, TNumber> Join(MaximumFold<TLanes, TNumber> left, MaximumFold<TLanes, TNumber> right)
        => new(TLanes.Max(TLanes.Even(left.Value, right.Value), TLanes.Odd(left.Value, right.Value)));
}
