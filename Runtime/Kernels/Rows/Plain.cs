using System;

namespace Logits.Numerics;

/// <summary>Functions of one number, in double.</summary>
internal static class Plain
{
    /// <summary>log(1 + x) for x above -1, also where 1 + x rounds.</summary>
    public static double Log1P(double x)
    {
        var y = 1 + x;
        // What y lost of x comes back to first order.
        return y == 1 ? x : Math.Log(y) - ((y - 1 - x) / y);
    }
}
