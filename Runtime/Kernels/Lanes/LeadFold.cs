using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The greatest number of a row that has none below 0, and the sum of its others, which would lose their bits beside it.</summary>
internal readonly unsafe struct LeadFold<TLanes, TNumber>(TLanes greatest, TLanes others) : IFold<LeadFold<TLanes, TNumber>, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly TLanes Greatest = greatest;

    public readonly TLanes Others = others;

    [MethodImpl(Inline)]
    public static LeadFold<TLanes, TNumber> Load(TNumber* row, TLanes mask) => new(TLanes.LoadMasked(row, mask, TLanes.Create(0)), TLanes.Create(0));

    [MethodImpl(Inline)]
    public static LeadFold<TLanes, TNumber> Merge(LeadFold<TLanes, TNumber> left, LeadFold<TLanes, TNumber> right)
        => new(TLanes.Max(left.Greatest, right.Greatest), TLanes.Min(left.Greatest, right.Greatest) + (left.Others + right.Others));

    [MethodImpl(Inline)]
    public static LeadFold<TLanes, TNumber> Join(LeadFold<TLanes, TNumber> left, LeadFold<TLanes, TNumber> right)
        => Merge(
            new(TLanes.Even(left.Greatest, right.Greatest), TLanes.Even(left.Others, right.Others)),
            new(TLanes.Odd(left.Greatest, right.Greatest), TLanes.Odd(left.Others, right.Others)));
}
