using System;
using System.Numerics;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Distances in units in the last place.</summary>
internal static class Ulp
{
    /// <summary>How far a result is from the truth, in units of the last place that the truth has in the type.</summary>
    /// <param name="actual">The result.</param>
    /// <param name="expected">The truth.</param>
    /// <param name="atLeast">The number whose last place counts where the truth is smaller.</param>
    public static double Distance<T>(T actual, DoubleDouble expected, double atLeast = 0)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var difference = (double.CreateTruncating(actual) - expected).High;
        return Math.Abs(difference) / Of<T>(Math.Max(Math.Abs(expected.High), atLeast));
    }

    /// <summary>The unit in the last place of a number; that of the smallest normal number below it.</summary>
    public static double Of<T>(double value)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var (fractionBits, lowestExponent) = T.Zero switch
        {
            Half => (10, -14),
            float => (23, -126),
            _ => (52, -1022),
        };
        var exponent = value == 0 ? lowestExponent : Math.Max(Math.ILogB(value), lowestExponent);
        return Math.ScaleB(1, exponent - fractionBits);
    }
}
