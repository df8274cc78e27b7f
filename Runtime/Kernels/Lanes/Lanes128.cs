using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Logits.Numerics;

/// <summary>Lanes of a 128-bit register: any processor with vectors, of whatever kind.</summary>
internal unsafe struct Lanes128<TNumber> : ILanes<Lanes128<TNumber>, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Set without a constructor, read without properties: the compiler inlines only so many calls into a kernel.
    private Vector128<TNumber> _value;

    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count
    {
        [MethodImpl(Inline)]
        get => Vector128<TNumber>.Count;
    }

    public static int TableSteps
    {
        [MethodImpl(Inline)]
        get => 1;
    }

    public static bool Fuses
    {
        [MethodImpl(Inline)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Create(double value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector128.Create(value).As<double, TNumber>() }
            : new() { _value = Vector128.Create((float)value).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Load(TNumber* source) => new() { _value = Vector128.Load(source) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Broadcast(TNumber* source) => new() { _value = Vector128.Create(*source) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> LoadMasked(TNumber* source, Lanes128<TNumber> mask, Lanes128<TNumber> fill)
    {
        Unsafe.CopyBlockUnaligned(&fill, source, (uint)(BitOperations.PopCount(Bits(mask)) * sizeof(TNumber)));
        return fill;
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes128<TNumber> value, TNumber* destination) => value._value.Store(destination);

    [MethodImpl(Inline)]
    public static void StoreAsDoubles(Lanes128<TNumber> value, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            value._value.AsDouble().Store(destination);
            return;
        }
        var (lower, upper) = Vector128.Widen(value._value.AsSingle());
        lower.Store(destination);
        upper.Store(destination + Vector128<double>.Count);
    }

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> LoadSingles(float* source)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector128.WidenLower(Vector64.Load(source).ToVector128Unsafe()).As<double, TNumber>() }
            : new() { _value = Vector128.Load(source).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static void StoreSingles(Lanes128<TNumber> value, float* destination)
    {
        if (typeof(TNumber) == typeof(double))
            Vector128.Narrow(value._value.AsDouble(), value._value.AsDouble()).GetLower().Store(destination);
        else
            value._value.AsSingle().Store(destination);
    }

    [MethodImpl(Inline)]
    public static void StoreQuotients(Lanes128<TNumber> dividend, Lanes128<TNumber> rest, Lanes128<TNumber> divisor, Lanes128<TNumber> divisorRest, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            ((dividend._value.AsDouble() + rest._value.AsDouble()) / (divisor._value.AsDouble() + divisorRest._value.AsDouble())).Store(destination);
            return;
        }
        var (lower, upper) = Vector128.Widen(dividend._value.AsSingle());
        var (lowerRest, upperRest) = Vector128.Widen(rest._value.AsSingle());
        var (lowerDivisor, upperDivisor) = Vector128.Widen(divisor._value.AsSingle());
        var (lowerDivisorRest, upperDivisorRest) = Vector128.Widen(divisorRest._value.AsSingle());
        ((lower + lowerRest) / (lowerDivisor + lowerDivisorRest)).Store(destination);
        ((upper + upperRest) / (upperDivisor + upperDivisorRest)).Store(destination + Vector128<double>.Count);
    }

    [MethodImpl(Inline)]
    public static void LoadTransposed(TNumber* rows, nint length, out Lanes128<TNumber> first, out Lanes128<TNumber> second, out Lanes128<TNumber> third, out Lanes128<TNumber> fourth)
    {
        if (typeof(TNumber) == typeof(double))
        {
            Lanes128<TNumber> d0 = Load(rows), d1 = Load(rows + length), d2 = Load(rows + 2), d3 = Load(rows + length + 2);
            (first, second, third, fourth) = (Even(d0, d1), Odd(d0, d1), Even(d2, d3), Odd(d2, d3));
            return;
        }
        Lanes128<TNumber> f0 = Load(rows), f1 = Load(rows + length), f2 = Load(rows + (2 * length)), f3 = Load(rows + (3 * length));
        Lanes128<TNumber> even = Even(f0, f1), odd = Odd(f0, f1), nextEven = Even(f2, f3), nextOdd = Odd(f2, f3);
        (first, second, third, fourth) = (Even(even, nextEven), Even(odd, nextOdd), Odd(even, nextEven), Odd(odd, nextOdd));
    }

    [MethodImpl(Inline)]
    public static void StoreNonTemporal(Lanes128<TNumber> value, TNumber* destination) => value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(Inline)]
    public static void StoreMasked(Lanes128<TNumber> value, TNumber* destination, Lanes128<TNumber> mask)
        => Unsafe.CopyBlockUnaligned(destination, &value, (uint)(BitOperations.PopCount(Bits(mask)) * sizeof(TNumber)));

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> First(int count)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector128.LessThan(Vector128.Create(0L, 1), Vector128.Create((long)count)).As<long, TNumber>() }
            : new() { _value = Vector128.LessThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(count)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> operator +(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = left._value + right._value };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> operator -(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = left._value - right._value };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> operator *(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = left._value * right._value };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> operator /(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = left._value / right._value };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> MultiplyAdd(Lanes128<TNumber> left, Lanes128<TNumber> right, Lanes128<TNumber> addend)
    {
        if (typeof(TNumber) == typeof(double))
        {
            if (Fma.IsSupported)
                return new() { _value = Fma.MultiplyAdd(left._value.AsDouble(), right._value.AsDouble(), addend._value.AsDouble()).As<double, TNumber>() };
            if (AdvSimd.Arm64.IsSupported)
                return new() { _value = AdvSimd.Arm64.FusedMultiplyAdd(addend._value.AsDouble(), left._value.AsDouble(), right._value.AsDouble()).As<double, TNumber>() };
        }
        else
        {
            if (Fma.IsSupported)
                return new() { _value = Fma.MultiplyAdd(left._value.AsSingle(), right._value.AsSingle(), addend._value.AsSingle()).As<float, TNumber>() };
            if (AdvSimd.Arm64.IsSupported)
                return new() { _value = AdvSimd.FusedMultiplyAdd(addend._value.AsSingle(), left._value.AsSingle(), right._value.AsSingle()).As<float, TNumber>() };
        }
        return (left * right) + addend;
    }

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> MultiplyAddNegated(Lanes128<TNumber> left, Lanes128<TNumber> right, Lanes128<TNumber> addend)
        => MultiplyAdd(new() { _value = -left._value }, right, addend);

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Max(Lanes128<TNumber> left, Lanes128<TNumber> right)
        => new() { _value = Vector128.ConditionalSelect(Vector128.GreaterThan(left._value, right._value), left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Min(Lanes128<TNumber> left, Lanes128<TNumber> right)
        => new() { _value = Vector128.ConditionalSelect(Vector128.LessThan(left._value, right._value), left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> ReciprocalEstimate(Lanes128<TNumber> value) => Create(1) / value;

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> NegativeAbs(Lanes128<TNumber> value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() | Vector128.Create(long.MinValue)).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() | Vector128.Create(int.MinValue)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> FlipSign(Lanes128<TNumber> value, Lanes128<TNumber> by)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() ^ (by._value.AsInt64() & Vector128.Create(long.MinValue))).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() ^ (by._value.AsInt32() & Vector128.Create(int.MinValue))).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> DivideFast(Lanes128<TNumber> left, Lanes128<TNumber> right) => left / right;

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> LessThan(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = Vector128.LessThan(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> ZeroWhereLess(Lanes128<TNumber> left, Lanes128<TNumber> right, Lanes128<TNumber> otherwise)
        => new() { _value = Vector128.AndNot(otherwise._value, Vector128.LessThan(left._value, right._value)) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> ZeroWhereEqual(Lanes128<TNumber> left, Lanes128<TNumber> right, Lanes128<TNumber> otherwise)
        => new() { _value = Vector128.AndNot(otherwise._value, Vector128.Equals(left._value, right._value)) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Equal(Lanes128<TNumber> left, Lanes128<TNumber> right) => new() { _value = Vector128.Equals(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Select(Lanes128<TNumber> mask, Lanes128<TNumber> whereTrue, Lanes128<TNumber> whereFalse)
        => new() { _value = Vector128.ConditionalSelect(mask._value, whereTrue._value, whereFalse._value) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Even(Lanes128<TNumber> left, Lanes128<TNumber> right)
        => new() { _value = Vector128.Create(Deal(left).GetLower(), Deal(right).GetLower()) };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Odd(Lanes128<TNumber> left, Lanes128<TNumber> right)
        => new() { _value = Vector128.Create(Deal(left).GetUpper(), Deal(right).GetUpper()) };

    [MethodImpl(Inline)]
    public static ulong Bits(Lanes128<TNumber> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> PowerOfTwo(Lanes128<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = ((magic._value.AsInt64() << 52) + Vector128.Create(0x3FF0000000000000)).As<long, TNumber>() }
            : new() { _value = ((magic._value.AsInt32() << 23) + Vector128.Create(0x3F800000)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> ScaledPowerOfTwo(Lanes128<TNumber> magic) => PowerOfTwo(magic);

    public static bool Scales => false;

    public static void ScaledPowers(double k, out Lanes128<TNumber> low, out Lanes128<TNumber> high) => throw new NotSupportedException();

    public static Lanes128<TNumber> ScaledPowerOfTwo(Lanes128<TNumber> magic, Lanes128<TNumber> power, Lanes128<TNumber> low, Lanes128<TNumber> high) => throw new NotSupportedException();

    public static double TableScale => 1;

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> PowerRest(Lanes128<TNumber> magic) => Create(0);

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> Decompose(Lanes128<TNumber> value, out Lanes128<TNumber> exponent)
    {
        // Counted from sqrt(1/2), so that the shift rounds to the nearest power; an integer becomes a number in the fraction of 2^52 or 2^23.
        if (typeof(TNumber) == typeof(double))
        {
            var n = (value._value.AsInt64() - Vector128.Create(0x3FE6A09E667F3BCD)) >> 52;
            exponent = new() { _value = ((n + Vector128.Create(0x4330000000000000)).AsDouble() - Vector128.Create(4503599627370496.0)).As<double, TNumber>() };
            return new() { _value = (value._value.AsInt64() - (n << 52)).As<long, TNumber>() };
        }
        var m = (value._value.AsInt32() - Vector128.Create(0x3F3504F3)) >> 23;
        exponent = new() { _value = ((m + Vector128.Create(0x4B000000)).AsSingle() - Vector128.Create(8388608f)).As<float, TNumber>() };
        return new() { _value = (value._value.AsInt32() - (m << 23)).As<int, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static double Sum(Lanes128<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
            return Vector128.Sum(value._value.AsDouble());
        var (lower, upper) = Vector128.Widen(value._value.AsSingle());
        return Vector128.Sum(lower + upper);
    }

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> SumAcross(Lanes128<TNumber> value)
    {
        value += SwapHalves(value);
        return Count == 2 ? value : value + SwapNeighbours(value);
    }

    [MethodImpl(Inline)]
    public static Lanes128<TNumber> MaxAcross(Lanes128<TNumber> value)
    {
        value = Max(value, SwapHalves(value));
        return Count == 2 ? value : Max(value, SwapNeighbours(value));
    }

    [MethodImpl(Inline)]
    public static double FirstLane(Lanes128<TNumber> value)
        => typeof(TNumber) == typeof(double) ? value._value.AsDouble().ToScalar() : value._value.AsSingle().ToScalar();

    /// <summary>The lanes of even places, then those of odd ones.</summary>
    [MethodImpl(Inline)]
    private static Vector128<TNumber> Deal(Lanes128<TNumber> value)
        => typeof(TNumber) == typeof(double) ? value._value : Vector128.Shuffle(value._value.AsInt32(), Vector128.Create(0, 2, 1, 3)).As<int, TNumber>();

    [MethodImpl(Inline)]
    private static Lanes128<TNumber> SwapHalves(Lanes128<TNumber> value)
        => new() { _value = Vector128.Shuffle(value._value.AsInt64(), Vector128.Create(1L, 0)).As<long, TNumber>() };

    [MethodImpl(Inline)]
    private static Lanes128<TNumber> SwapNeighbours(Lanes128<TNumber> value)
        => new() { _value = Vector128.Shuffle(value._value.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, TNumber>() };
}
