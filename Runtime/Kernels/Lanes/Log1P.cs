using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>log(1 + x) of several numbers, also where 1 + x rounds.</summary>
internal static class Log1P<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>For x from 0 to 1, or NaN: what an exponential of something not positive is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfFraction(TLanes x) => OfFraction(x, out _);

    /// <summary>The same, and what it is rounded off, as far as that is known: in float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfFraction(TLanes x, out TLanes lost)
    {
        if (typeof(TNumber) == typeof(double))
        {
            lost = TLanes.Create(0);
            // Above sqrt(2) 1 + x is halved, which leaves (x - 1) / 2 above 1, without the rounding of 1 + x.
            var isHalved = TLanes.LessThan(TLanes.Create(Math.Sqrt(2) - 1), x);
            var half = TLanes.MultiplyAdd(x, TLanes.Create(0.5), TLanes.Create(-0.5));
            return Near(TLanes.Select(isHalved, half, x), TLanes.Select(isHalved, TLanes.Create(1), TLanes.Create(0)));
        }
        // x + x^2 * q, with the least relative error of the whole (Remez): 0.01 ULP before rounding. In pairs, so that fewer wait for another.
        var square = x * x;
        var q = TLanes.MultiplyAdd(TLanes.Create(0.02020459415), x, TLanes.Create(-0.05766446165));
        q = TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.Create(-0.003318474585), square, q), square, TLanes.MultiplyAdd(TLanes.Create(0.106805573), x, TLanes.Create(-0.1535539738)));
        q = TLanes.MultiplyAdd(q, square, TLanes.MultiplyAdd(TLanes.Create(0.1969540093), x, TLanes.Create(-0.2495858751)));
        q = TLanes.MultiplyAdd(q, x, TLanes.Create(0.3333051133));
        TLanes log;
        if (TLanes.Fuses)
        {
            var below = TLanes.MultiplyAdd(q, x, TLanes.Create(-0.4999993276));
            log = TLanes.MultiplyAdd(square, below, x);
            lost = TLanes.MultiplyAdd(square, below, x - log);
            return log;
        }
        // Where products round, the largest is made with a power of two.
        var less = (square * TLanes.Create(0.5)) - (square * TLanes.MultiplyAdd(q, x, TLanes.Create(6.724e-7)));
        log = x - less;
        lost = x - log - less;
        return log;
    }

    /// <summary>For any finite x that is not negative, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of(TLanes x)
    {
        var isSmall = TLanes.LessThan(x, TLanes.Create(Math.Sqrt(2) - 1));
        var rest = TLanes.Decompose(TLanes.Create(1) + x, out var exponent) - TLanes.Create(1);
        var log = Near(TLanes.Select(isSmall, x, rest), TLanes.Select(isSmall, TLanes.Create(0), exponent));
        return TLanes.Select(TLanes.Equal(x, x), log, x);
    }

    /// <summary>log(2^exponent * (1 + f)), with 1 + f from sqrt(1/2) to sqrt(2).</summary>
    /// <remarks>s = f / (2 + f): log(1 + f) = 2 * atanh(s) = f - s * (f - s^2 * (2/3 + 2/5 * s^2 + ..)), with the coefficients of fdlibm.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Near(TLanes f, TLanes exponent)
    {
        var s = f / (TLanes.Create(2) + f);
        var z = s * s;
        var square = z * z;
        TLanes series;
        if (typeof(TNumber) == typeof(float))
        {
            series = TLanes.MultiplyAdd(TLanes.Create(0.24279078841), z, TLanes.Create(0.28498786688));
            series = TLanes.MultiplyAdd(series, square, TLanes.MultiplyAdd(TLanes.Create(0.40000972152), z, TLanes.Create(0.66666662693)));
        }
        else
        {
            series = TLanes.MultiplyAdd(TLanes.Create(0.1531383769920937332), z, TLanes.Create(0.1818357216161805012));
            series = TLanes.MultiplyAdd(TLanes.Create(0.1479819860511658591), square, series);
            series = TLanes.MultiplyAdd(series, square, TLanes.MultiplyAdd(TLanes.Create(0.2222219843214978396), z, TLanes.Create(0.2857142874366239149)));
            series = TLanes.MultiplyAdd(series, square, TLanes.MultiplyAdd(TLanes.Create(0.3999999999940941908), z, TLanes.Create(0.6666666666666735130)));
        }
        var rest = TLanes.MultiplyAdd(exponent, TLanes.Create(-2.3190468138462996e-17), s * (f - (series * z)));
        return TLanes.MultiplyAdd(exponent, TLanes.Create(Math.Log(2)), f - rest);
    }
}
