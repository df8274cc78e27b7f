using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>1 / (1 + e^-x).</summary>
/// <remarks>
/// 1 and e^-x are made smaller by a power of two, so that neither their sum nor its reciprocal leaves the normal numbers before the last
/// step. That sum is rounded for the estimate of the reciprocal only; the step of Newton's takes its parts one by one.
/// </remarks>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct SigmoidMap<TLanes, TNumber>() : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Exponential<TLanes, TNumber> _exp = new(typeof(TNumber) == typeof(double) ? 56 : 26);

    // In registers, as it is read three times.
    private readonly TLanes _one = TLanes.Create(typeof(TNumber) == typeof(double) ? 1.0 / (1L << 56) : 1.0 / (1 << 26));

    [MethodImpl(Inline)]
    public TLanes Of(TLanes x)
    {
        // Beyond these, the result is 1 or 0.
        TLanes most = TLanes.Create(typeof(TNumber) == typeof(double) ? 600 : 60), least = TLanes.Create(typeof(TNumber) == typeof(double) ? -746 : -104);
        var power = _exp.PartsOf(TLanes.Create(0) - TLanes.Min(most, x), out var rest);
        var estimate = TLanes.ReciprocalEstimate(_one + power + rest);
        var residual = TLanes.MultiplyAddNegated(power, estimate, TLanes.Create(1));
        residual = TLanes.MultiplyAddNegated(_one, estimate, residual);
        residual = TLanes.MultiplyAddNegated(rest, estimate, residual);
        return TLanes.ZeroWhereLess(x, least, TLanes.MultiplyAdd(estimate, residual, estimate)) * _one;
    }
}
