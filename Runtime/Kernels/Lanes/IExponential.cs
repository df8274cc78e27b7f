namespace Logits.Numerics;

/// <summary>e^x * 2^-K, times <see cref="ILanes{TSelf, TNumber}.TableScale"/>, of a row whose terms are summed.</summary>
internal interface IExponential<TSelf, TLanes>
    where TSelf : struct, IExponential<TSelf, TLanes>
{
    /// <param name="k">K, an integer.</param>
    static abstract TSelf Of(double k);

    /// <summary>To about 0.8 ULP where multiplication and addition fuse.</summary>
    TLanes ScaledOf(TLanes x);

    /// <summary>
    /// As a sum that is not rounded, of a power of two and <paramref name="part"/> * <paramref name="quotient"/>: sums of both, apart, are to 0.3
    /// ULP, where one of many equal exponentials would be off by as much as each. In float it may be that of x * (1 + 3e-9), as a log-sum-exp may be so far off.
    /// </summary>
    TLanes ScaledTermOf(TLanes x, out TLanes part, out TLanes quotient);
}
