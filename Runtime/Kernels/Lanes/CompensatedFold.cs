using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The sum of a row, and what its additions lost (Knuth's exact sum of two numbers).</summary>
internal readonly unsafe struct CompensatedFold<TLanes, TNumber>(TLanes sum, TLanes lost) : IFold<CompensatedFold<TLanes, TNumber>, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly TLanes Sum = sum;

    public readonly TLanes Lost = lost;

    [MethodImpl(Inline)]
    public static CompensatedFold<TLanes, TNumber> Load(TNumber* row, TLanes mask) => new(TLanes.LoadMasked(row, mask, TLanes.Create(0)), TLanes.Create(0));

    [MethodImpl(Inline)]
    public static CompensatedFold<TLanes, TNumber> Merge(CompensatedFold<TLanes, TNumber> left, CompensatedFold<TLanes, TNumber> right)
    {
        var sum = left.Sum + right.Sum;
        var added = sum - left.Sum;
        return new(sum, left.Lost + right.Lost + (left.Sum - (sum - added) + (right.Sum - added)));
    }

    [MethodImpl(Inline)]
    public static CompensatedFold<TLanes, TNumber> Join(CompensatedFold<TLanes, TNumber> left, CompensatedFold<TLanes, TNumber> right)
        => Merge(
            new(TLanes.Even(left.Sum, right.Sum), TLanes.Even(left.Lost, right.Lost)),
            new(TLanes.Odd(left.Sum, right.Sum), TLanes.Odd(left.Lost, right.Lost)));
}
