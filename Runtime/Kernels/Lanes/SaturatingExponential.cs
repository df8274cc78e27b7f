using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// <see cref="Exponential{TLanes, TNumber}"/> in fewer steps, where an instruction multiplies by powers of two: what leaves the range of numbers
/// becomes 0 or infinity by itself, so that no number need be held against a limit.
/// </summary>
/// <remarks>
/// Infinities give NaN, and so may finite numbers below -1e18: who meets one takes the other. Of numbers that are in reach of both, the
/// results are the same to the last bit.
/// </remarks>
internal readonly struct SaturatingExponential<TLanes, TNumber> : IExponential<SaturatingExponential<TLanes, TNumber>, TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // The powers of the table, divided by 2^K.
    private readonly TLanes _low;
    private readonly TLanes _high;

    [MethodImpl(Inline)]
    private SaturatingExponential(double k) => TLanes.ScaledPowers(k, out _low, out _high);

    [MethodImpl(Inline)]
    public static SaturatingExponential<TLanes, TNumber> Of(double k) => new(k);

    /// <summary>Whether 2^-K is a normal number, with some to spare.</summary>
    public static bool Reaches(double k) => TLanes.Scales && Math.Abs(k) <= (typeof(TNumber) == typeof(double) ? 1000 : 120);

    [MethodImpl(Inline)]
    public TLanes ScaledOf(TLanes x)
    {
        var power = Power(x, isLong: true, out var r);
        return TLanes.MultiplyAdd(power, r * Exponential<TLanes, TNumber>.Quotient(r), power);
    }

    [MethodImpl(Inline)]
    public TLanes ScaledTermOf(TLanes x, out TLanes part, out TLanes quotient)
    {
        var power = Power(x, isLong: false, out var r);
        part = power * r;
        quotient = Exponential<TLanes, TNumber>.Quotient(r);
        return power;
    }

    [MethodImpl(Inline)]
    private TLanes Power(TLanes x, bool isLong, out TLanes r)
    {
        // The lowest bits of a number of this size count in steps.
        var magic = TLanes.Create((typeof(TNumber) == typeof(double) ? 6755399441055744.0 : 12582912.0) / TLanes.TableSteps);
        var t = TLanes.MultiplyAdd(x, TLanes.Create(1.4426950408889634), magic);
        var n = t - magic;
        r = Exponential<TLanes, TNumber>.Rest(x, n, 1, isLong);
        return TLanes.ScaledPowerOfTwo(t, n, _low, _high);
    }
}
