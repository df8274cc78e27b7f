using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// e^x * 2^-K of several numbers, K an integer. With K near the maximum of a row in units of log(2) the powers stay in range, without the
/// rounding of a difference to the maximum.
/// </summary>
/// <remarks>
/// x = n * log(2) / steps + r, where 2^(n / steps - K) is made from a table and the bits of the exponent, and e^r is a polynomial of least
/// relative error (Remez). Negative infinity gives 0, and so does what would not be a normal number; NaN and positive infinity give NaN.
/// </remarks>
internal readonly struct Exponential<TLanes, TNumber> : IExponential<Exponential<TLanes, TNumber>, TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly TLanes _magic;
    private readonly TLanes _limit;
    private readonly TLanes _floor;

    [MethodImpl(Inline)]
    public Exponential(double k)
        : this(TLanes.Create(k))
    {
    }

    /// <summary>That is 0 already where it is less than some normal number.</summary>
    [MethodImpl(Inline)]
    public Exponential(double k, double least)
        : this(k)
        => _limit = TLanes.MultiplyAdd(TLanes.Create(Math.Log(2)), TLanes.Create(k), TLanes.Create(Math.Log(least)));

    /// <summary>With a K for each lane.</summary>
    [MethodImpl(Inline)]
    public Exponential(TLanes k)
    {
        // The lowest bits of a number of this size count in ones; K is taken off there, and n does not see it.
        _magic = TLanes.MultiplyAdd(TLanes.Create(-TLanes.TableSteps), k, TLanes.Create(typeof(TNumber) == typeof(double) ? 6755399441055744 : 12582912));
        _limit = TLanes.MultiplyAdd(TLanes.Create(Math.Log(2)), k, TLanes.Create(Math.Log(2) * (typeof(TNumber) == typeof(double) ? -1021.97 : -125.97)));
        _floor = TLanes.MultiplyAdd(TLanes.Create(Math.Log(2)), k, TLanes.Create(Math.Log(2) * (typeof(TNumber) == typeof(double) ? -900 : -95.3)));
    }

    [MethodImpl(Inline)]
    public static Exponential<TLanes, TNumber> Of(double k) => new(k);

    /// <summary>For numbers of which one, in each lane its own, is the highest.</summary>
    [MethodImpl(Inline)]
    public static Exponential<TLanes, TNumber> Below(TLanes x) => Below(x, 8); // So that a probability that is a normal number is none of the terms that become 0.

    /// <summary>
    /// The same, for the sum of the others over the highest: what <see cref="ScaledTermOf(TLanes, out TLanes, out TLanes)"/> does not tell from 0 is 0 in that.
    /// </summary>
    [MethodImpl(Inline)]
    public static Exponential<TLanes, TNumber> OfExcess(TLanes x) => Below(x, typeof(TNumber) == typeof(double) ? 900 : 100);

    /// <summary>With the exponential of x near a power of two.</summary>
    [MethodImpl(Inline)]
    private static Exponential<TLanes, TNumber> Below(TLanes x, double power)
    {
        // Rounds to an integer.
        var shift = TLanes.Create(typeof(TNumber) == typeof(double) ? 6755399441055744 : 12582912);
        return new(TLanes.MultiplyAdd(x, TLanes.Create(1.4426950408889634), shift - TLanes.Create(power)) - shift);
    }

    /// <summary>
    /// How far from 0 an x may lie: what the factor of x was rounded off makes n miss the nearest integer, and n * log(2) must be exact where
    /// products round. Beyond, differences to the maximum are exact, so that it can be subtracted first.
    /// </summary>
    public static double Reach
    {
        [MethodImpl(Inline)]
        get => TLanes.Fuses ? 10_000 : 1_000;
    }

    [MethodImpl(Inline)]
    public TLanes ScaledOf(TLanes x)
    {
        var t = Rest(x, isLong: true, out var r);
        var power = TLanes.ScaledPowerOfTwo(t);
        // The power times the rest alone would be no normal number long before the term is none, and many times slower.
        return TLanes.ZeroWhereLess(x, _limit, TLanes.MultiplyAdd(power, r * Quotient(r), power));
    }

    /// <summary>The same, of what <see cref="ScaledTermOf(TLanes, out TLanes, out TLanes)"/> made of x.</summary>
    [MethodImpl(Inline)]
    public TLanes Rounded(TLanes x, TLanes power, TLanes part, TLanes quotient) => TLanes.ZeroWhereLess(x, _limit, TLanes.MultiplyAdd(part, quotient, power));

    /// <remarks>It is for sums alone: what would be 0 is a number that does not count beside 1.</remarks>
    [MethodImpl(Inline)]
    public TLanes ScaledTermOf(TLanes x, out TLanes part, out TLanes quotient) => ScaledTermOf(x, out part, out quotient, isLong: false);

    /// <summary>The same; if it is long, that of x itself.</summary>
    [MethodImpl(Inline)]
    public TLanes ScaledTermOf(TLanes x, out TLanes part, out TLanes quotient, bool isLong)
    {
        // Large enough for the products to be normal numbers, which others are many times slower than.
        var t = Rest(TLanes.Max(_floor, x), isLong, out var r);
        var power = TLanes.ScaledPowerOfTwo(t);
        part = power * r;
        quotient = Quotient(r);
        return power;
    }

    /// <summary>To about 0.6 ULP where multiplication and addition fuse, a little slower.</summary>
    [MethodImpl(Inline)]
    public TLanes PreciselyOf(TLanes x)
    {
        var power = Power(x, out var r);
        return TLanes.ZeroWhereLess(x, _limit, TLanes.MultiplyAdd(power * r, Quotient(r), power));
    }

    /// <summary>The same, and what it is rounded off.</summary>
    [MethodImpl(Inline)]
    public TLanes PreciselyOf(TLanes x, out TLanes lost)
    {
        var power = Power(x, out var r);
        TLanes part = power * r, quotient = Quotient(r), value = TLanes.MultiplyAdd(part, quotient, power);
        lost = TLanes.ZeroWhereLess(x, _limit, TLanes.MultiplyAdd(part, quotient, power - value));
        return TLanes.ZeroWhereLess(x, _limit, value);
    }

    /// <summary>A number times the exponential of x; 0 where that is, even if the number is infinite.</summary>
    [MethodImpl(Inline)]
    public TLanes Weigh(TLanes x, TLanes exponential, TLanes number) => TLanes.ZeroWhereLess(x, _limit, exponential * number);

    /// <summary>
    /// As a sum that is not rounded, of a power of two, as the table has it, and the rest; of numbers whose result is a normal number.
    /// </summary>
    [MethodImpl(Inline)]
    public TLanes PartsOf(TLanes x, out TLanes rest)
    {
        var power = TLanes.PowerOfTwo(Rest(x, isLong: true, out var r));
        rest = power * r * Quotient(r);
        return power;
    }

    /// <summary>The power of two near e^x * 2^-K, and the logarithm of what is missing, also of what the power is rounded off.</summary>
    [MethodImpl(Inline)]
    private TLanes Power(TLanes x, out TLanes r)
    {
        var t = Rest(x, isLong: true, out r);
        if (TLanes.TableSteps > 1)
            r += TLanes.PowerRest(t);
        return TLanes.PowerOfTwo(t);
    }

    /// <summary>The number whose lowest bits are n, and x less n steps.</summary>
    [MethodImpl(Inline)]
    private TLanes Rest(TLanes x, bool isLong, out TLanes r)
    {
        var t = TLanes.MultiplyAdd(x, TLanes.Create(TLanes.TableSteps * 1.4426950408889634), _magic);
        r = Rest(x, t - _magic, TLanes.TableSteps, isLong);
        return t;
    }

    /// <summary>x less n parts of log(2).</summary>
    [MethodImpl(Inline)]
    public static TLanes Rest(TLanes x, TLanes n, int parts, bool isLong)
    {
        var r = TLanes.MultiplyAdd(n, TLanes.Create(-LogHigh / parts), x);
        return isLong || !TLanes.Fuses || typeof(TNumber) == typeof(double) ? TLanes.MultiplyAdd(n, TLanes.Create(-LogLow / parts), r) : r;
    }

    /// <summary>log(2) in two parts; where products round, the first is so short that its multiples are exact.</summary>
    private static double LogHigh
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double)
            ? TLanes.Fuses ? 0.69314718055994530941723 : 0.693145751953125
            : TLanes.Fuses ? 0.693147182464599609375 : 0.693359375;
    }

    private static double LogLow
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double)
            ? TLanes.Fuses ? 2.3190468138462996e-17 : 1.4286068203094172e-6
            : TLanes.Fuses ? -1.9046542999577679e-9 : -2.1219444005469057e-4;
    }

    /// <summary>(e^r - 1) / r for |r| up to log(2) / (2 * steps): in float e^r is to 1e-10 with 32 steps, to 2.5e-8 with 8, to 2e-9 with 1.</summary>
    [MethodImpl(Inline)]
    public static TLanes Quotient(TLanes r)
    {
        if (typeof(TNumber) == typeof(float))
        {
            if (TLanes.TableSteps == 32)
                return TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.Create(0.16666667), r, TLanes.Create(0.50000405)), r, TLanes.Create(1));
            if (TLanes.TableSteps == 8)
                return TLanes.MultiplyAdd(TLanes.MultiplyAdd(TLanes.Create(0.1666429747), r, TLanes.Create(0.500064804)), r, TLanes.Create(1.000000049));
            var single = TLanes.MultiplyAdd(TLanes.Create(0.001384363481), r, TLanes.Create(0.008374171426));
            single = TLanes.MultiplyAdd(single, r, TLanes.Create(0.04166800311));
            single = TLanes.MultiplyAdd(single, r, TLanes.Create(0.1666643108));
            single = TLanes.MultiplyAdd(single, r, TLanes.Create(0.499999942));
            return TLanes.MultiplyAdd(single, r, TLanes.Create(1.000000032));
        }
        TLanes q;
        if (TLanes.TableSteps == 16)
        {
            q = TLanes.MultiplyAdd(TLanes.Create(0.00138887246325384139), r, TLanes.Create(0.00833349613320854864));
            q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.0416666666864515855));
            q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.166666666628536856));
            q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.499999999999996575));
            return TLanes.MultiplyAdd(q, r, TLanes.Create(1.00000000000000223));
        }
        q = TLanes.MultiplyAdd(TLanes.Create(2.49914079561235174e-8), r, TLanes.Create(2.76310634488845738e-7));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(2.75576269442311224e-6));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.0000248014905594045109));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.000198412694363112989));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.00138888889464214236));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.0083333333335500374));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.0416666666665175913));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.166666666666662163));
        q = TLanes.MultiplyAdd(q, r, TLanes.Create(0.500000000000001252));
        return TLanes.MultiplyAdd(q, r, TLanes.Create(1.00000000000000002));
    }
}
