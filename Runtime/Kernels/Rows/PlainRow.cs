using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>A row, one number after the other, in double.</summary>
internal static unsafe class PlainRow
{
    /// <summary>The maximum, and the sum of the exponentials below it.</summary>
    public static (double Max, double Sum) Sum<T>(T* x, nint classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var max = double.NegativeInfinity;
        for (nint i = 0; i < classes; i++)
            max = Math.Max(max, double.CreateTruncating(x[i]));
        double sum = 0;
        for (nint i = 0; i < classes; i++)
            sum += Math.Exp(double.CreateTruncating(x[i]) - max);
        return (max, sum);
    }

    /// <summary>The log-sum-exp; infinite where the maximum is.</summary>
    public static double LogSumExp<T>(T* x, nint classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (max, sum) = Sum(x, classes);
        return double.IsInfinity(max) ? max : max + Math.Log(sum);
    }
}
