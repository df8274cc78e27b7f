using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Numbers that have all their bits.</summary>
internal static class Normal<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>The least of them that is positive.</summary>
    public static double Least
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TNumber) == typeof(double) ? 2.2250738585072014e-308 : 1.1754943508222875e-38;
    }
}
