using System;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>
/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the first: about 106 bits. Algorithms as in
/// Dekker (1971) and Hida, Li and Bailey (2001).
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>To 106 bits.</summary>
    public static readonly DoubleDouble Log2 = new(0.6931471805599453, 2.3190468138462996e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (s, e) = TwoSum(a.High, b.High);
        var (t, f) = TwoSum(a.Low, b.Low);
        (s, e) = FastTwoSum(s, e + t);
        (s, e) = FastTwoSum(s, e + f);
        return new(s, e);
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var p = a.High * b.High;
        var e = Math.FusedMultiplyAdd(a.High, b.High, -p) + (a.High * b.Low) + (a.Low * b.High);
        var (s, f) = FastTwoSum(p, e);
        return new(s, f);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble first = a.High / b.High, second = (a - (first * b)).High / b.High;
        var third = (a - ((first + second) * b)).High / b.High;
        return first + second + third;
    }

    /// <summary>e^x, to about 100 bits where it is a normal double; 0 where it is not.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (x.High < -708)
            return 0;
        var n = Math.Round(x.High / Log2.High);
        // A 256th of the rest, whose series needs few terms; then eight squares of e^r - 1.
        var r = x - (n * Log2);
        r = new(Math.ScaleB(r.High, -8), Math.ScaleB(r.Low, -8));
        DoubleDouble term = r, sum = r;
        for (var i = 2; i <= 10; i++)
        {
            term = term * r / i;
            sum += term;
        }
        for (var i = 0; i < 8; i++)
            sum = (2 * sum) + (sum * sum);
        sum += 1;
        return new(Math.ScaleB(sum.High, (int)n), Math.ScaleB(sum.Low, (int)n));
    }

    /// <summary>log(x), x positive.</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        DoubleDouble y = Math.Log(x.High);
        var error = (x * Exp(-y)) - 1;
        return y + error - (error * error / 2);
    }

    /// <summary>log(1 + x), x not negative.</summary>
    public static DoubleDouble Log1P(DoubleDouble x)
        => x.High < 1e-11 ? x - (x * x / 2) + (x * x * x / 3) : Log(1 + x);

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var s = a + b;
        var t = s - a;
        return (s, a - (s - t) + (b - t));
    }

    private static (double Sum, double Error) FastTwoSum(double a, double b)
    {
        var s = a + b;
        return (s, b - (s - a));
    }
}
