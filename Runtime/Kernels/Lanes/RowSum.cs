namespace Logits.Numerics;

/// <summary>What a row comes to.</summary>
/// <param name="Max">The maximum of the row; NaN if a number is NaN.</param>
/// <param name="Sum">
/// The sum of e^(x - shift) * 2^-K, times <see cref="ILanes{TSelf, TNumber}.TableScale"/>. NaN if a number is NaN or positive infinity, or all are negative infinity.
/// </param>
/// <param name="Excess">The sum of the other terms, over that of the maximum: the exponential of the log-sum-exp less the maximum, less 1.</param>
/// <param name="K">The power of two that the terms were divided by.</param>
/// <param name="IsShifted">Whether the shift is the maximum; else it is 0.</param>
internal readonly record struct RowSum(double Max, double Sum, double Excess, double K, bool IsShifted);
