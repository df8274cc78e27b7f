using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>One lane: a processor without vectors. A mask is NaN, whose bits are all ones, or 0.</summary>
internal unsafe struct LanesScalar<TNumber> : ILanes<LanesScalar<TNumber>, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private TNumber _value;

    public static int Count => 1;

    public static int TableSteps => 1;

    public static bool Fuses => false;

    public static LanesScalar<TNumber> Create(double value) => Of(TNumber.CreateTruncating(value));

    public static LanesScalar<TNumber> Load(TNumber* source) => Of(*source);

    public static LanesScalar<TNumber> Broadcast(TNumber* source) => Of(*source);

    public static LanesScalar<TNumber> LoadMasked(TNumber* source, LanesScalar<TNumber> mask, LanesScalar<TNumber> fill)
        => IsSet(mask) ? Of(*source) : fill;

    public static void Store(LanesScalar<TNumber> value, TNumber* destination) => *destination = value._value;

    public static void StoreAsDoubles(LanesScalar<TNumber> value, double* destination) => *destination = FirstLane(value);

    public static LanesScalar<TNumber> LoadSingles(float* source) => Of(TNumber.CreateTruncating(*source));

    public static void StoreSingles(LanesScalar<TNumber> value, float* destination) => *destination = float.CreateTruncating(value._value);

    public static void StoreQuotients(LanesScalar<TNumber> dividend, LanesScalar<TNumber> rest, LanesScalar<TNumber> divisor, LanesScalar<TNumber> divisorRest, double* destination)
        => *destination = (FirstLane(dividend) + FirstLane(rest)) / (FirstLane(divisor) + FirstLane(divisorRest));

    public static void LoadTransposed(TNumber* rows, nint length, out LanesScalar<TNumber> first, out LanesScalar<TNumber> second, out LanesScalar<TNumber> third, out LanesScalar<TNumber> fourth)
        => (first, second, third, fourth) = (Of(rows[0]), Of(rows[1]), Of(rows[2]), Of(rows[3]));

    public static void StoreNonTemporal(LanesScalar<TNumber> value, TNumber* destination) => *destination = value._value;

    public static void StoreMasked(LanesScalar<TNumber> value, TNumber* destination, LanesScalar<TNumber> mask)
    {
        if (IsSet(mask))
            *destination = value._value;
    }

    public static LanesScalar<TNumber> First(int count) => Mask(count > 0);

    public static LanesScalar<TNumber> operator +(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Of(left._value + right._value);

    public static LanesScalar<TNumber> operator -(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Of(left._value - right._value);

    public static LanesScalar<TNumber> operator *(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Of(left._value * right._value);

    public static LanesScalar<TNumber> operator /(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Of(left._value / right._value);

    public static LanesScalar<TNumber> MultiplyAdd(LanesScalar<TNumber> left, LanesScalar<TNumber> right, LanesScalar<TNumber> addend)
        => Of((left._value * right._value) + addend._value);

    public static LanesScalar<TNumber> MultiplyAddNegated(LanesScalar<TNumber> left, LanesScalar<TNumber> right, LanesScalar<TNumber> addend)
        => Of(addend._value - (left._value * right._value));

    public static LanesScalar<TNumber> Max(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => left._value > right._value ? left : right;

    public static LanesScalar<TNumber> Min(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => left._value < right._value ? left : right;

    public static LanesScalar<TNumber> ReciprocalEstimate(LanesScalar<TNumber> value) => Of(TNumber.One / value._value);

    public static LanesScalar<TNumber> NegativeAbs(LanesScalar<TNumber> value) => Of(-TNumber.Abs(value._value));

    public static LanesScalar<TNumber> FlipSign(LanesScalar<TNumber> value, LanesScalar<TNumber> by) => TNumber.IsNegative(by._value) ? Of(-value._value) : value;

    public static LanesScalar<TNumber> DivideFast(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => left / right;

    public static LanesScalar<TNumber> LessThan(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Mask(left._value < right._value);

    public static LanesScalar<TNumber> ZeroWhereLess(LanesScalar<TNumber> left, LanesScalar<TNumber> right, LanesScalar<TNumber> otherwise)
        => left._value < right._value ? Of(TNumber.Zero) : otherwise;

    public static LanesScalar<TNumber> ZeroWhereEqual(LanesScalar<TNumber> left, LanesScalar<TNumber> right, LanesScalar<TNumber> otherwise)
        => left._value == right._value ? Of(TNumber.Zero) : otherwise;

    public static LanesScalar<TNumber> Equal(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => Mask(left._value == right._value);

    public static LanesScalar<TNumber> Select(LanesScalar<TNumber> mask, LanesScalar<TNumber> whereTrue, LanesScalar<TNumber> whereFalse)
        => IsSet(mask) ? whereTrue : whereFalse;

    public static LanesScalar<TNumber> Even(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => left;

    public static LanesScalar<TNumber> Odd(LanesScalar<TNumber> left, LanesScalar<TNumber> right) => right;

    public static ulong Bits(LanesScalar<TNumber> mask) => IsSet(mask) ? 1u : 0;

    public static LanesScalar<TNumber> PowerOfTwo(LanesScalar<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? Of(Unsafe.BitCast<long, TNumber>((Unsafe.BitCast<TNumber, long>(magic._value) << 52) + 0x3FF0000000000000))
            : Of(Unsafe.BitCast<int, TNumber>((Unsafe.BitCast<TNumber, int>(magic._value) << 23) + 0x3F800000));

    public static LanesScalar<TNumber> ScaledPowerOfTwo(LanesScalar<TNumber> magic) => PowerOfTwo(magic);

    public static bool Scales => false;

    public static void ScaledPowers(double k, out LanesScalar<TNumber> low, out LanesScalar<TNumber> high) => throw new NotSupportedException();

    public static LanesScalar<TNumber> ScaledPowerOfTwo(LanesScalar<TNumber> magic, LanesScalar<TNumber> power, LanesScalar<TNumber> low, LanesScalar<TNumber> high) => throw new NotSupportedException();

    public static double TableScale => 1;

    public static LanesScalar<TNumber> PowerRest(LanesScalar<TNumber> magic) => Create(0);

    public static LanesScalar<TNumber> Decompose(LanesScalar<TNumber> value, out LanesScalar<TNumber> exponent)
    {
        var n = TNumber.ILogB(value._value * TNumber.CreateTruncating(Math.Sqrt(2)));
        exponent = Of(TNumber.CreateTruncating(n));
        return Of(TNumber.ScaleB(value._value, -n));
    }

    public static double Sum(LanesScalar<TNumber> value) => FirstLane(value);

    public static LanesScalar<TNumber> SumAcross(LanesScalar<TNumber> value) => value;

    public static LanesScalar<TNumber> MaxAcross(LanesScalar<TNumber> value) => value;

    public static double FirstLane(LanesScalar<TNumber> value) => double.CreateTruncating(value._value);

    private static LanesScalar<TNumber> Of(TNumber value) => new() { _value = value };

    private static LanesScalar<TNumber> Mask(bool isSet) => Of(isSet ? TNumber.AllBitsSet : TNumber.Zero);

    private static bool IsSet(LanesScalar<TNumber> mask) => TNumber.IsNaN(mask._value);
}
