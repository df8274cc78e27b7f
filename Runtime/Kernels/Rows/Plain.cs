using System;

namespace Logits.Numerics;

/// <summary>Functions of one number, in double.</summary>
internal static class Plain
{
    public static double Logit(double p) => p is < 0 or > 1 ? double.NaN : p <= 0.5 ? LogOdds(p) : -LogOdds(1 - p);

    /// <summary>log(1 + x) for x above -1, also where 1 + x rounds.</summary>
    public static double Log1P(double x)
    {
        var y = 1 + x;
        // What y lost of x comes back to first order.
        return y == 1 ? x : Math.Log(y) - ((y - 1 - x) / y);
    }

    private static double LogOdds(double p) => p < 0.25 ? Math.Log(p / (1 - p)) : Log1P(((2 * p) - 1) / (1 - p));
}
