using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Additions that keep what they lose: all of it where the sum is the larger of both (Dekker, 1971).</summary>
internal static class CompensatedAddition<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(TLanes value, ref TLanes sum, ref TLanes lost)
    {
        var next = sum + value;
        lost += value - (next - sum);
        sum = next;
    }
}
