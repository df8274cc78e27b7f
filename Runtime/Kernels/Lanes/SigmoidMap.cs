using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>1 / (1 + e^-x).</summary>
/// <remarks>
/// 1 and e^-x are made smaller by a power of two, so that neither their sum nor its reciprocal leaves the normal numbers before the last
/// step. That sum is rounded for the estimate of the reciprocal only; the step of Newton's takes its parts one by one.
/// </remarks>
internal readonly struct SigmoidMap<TLanes, TNumber>() : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Exponential<TLanes, TNumber> _exp = new(K);
    // In registers, as all that is read in the loop takes a port of its own.
    private readonly TLanes _unit = TLanes.Create(typeof(TNumber) == typeof(double) ? 1.0 / (1L << 56) : 1.0 / (1 << 26));
    private readonly TLanes _one = TLanes.Create(1);

    // Beyond, the result is 1 or 0.
    private readonly TLanes _least = TLanes.Create(typeof(TNumber) == typeof(double) ? -600 : -60);
    private readonly TLanes _most = TLanes.Create(typeof(TNumber) == typeof(double) ? 746 : 104);

    private static double K
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double) ? 56 : 26;
    }

    [MethodImpl(Inline)]
    public TLanes Of(TLanes x)
    {
        var power = _exp.PartsWithin(TLanes.Min(_most, TLanes.Max(_least, TLanes.Create(0) - x)), out var rest);
        var estimate = TLanes.ReciprocalEstimate(_unit + power + rest);
        var residual = TLanes.MultiplyAddNegated(power, estimate, _one);
        residual = TLanes.MultiplyAddNegated(_unit, estimate, residual);
        residual = TLanes.MultiplyAddNegated(rest, estimate, residual);
        return TLanes.MultiplyAdd(estimate, residual, estimate) * _unit;
    }
}
