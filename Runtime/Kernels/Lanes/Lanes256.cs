using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Logits.Numerics;

/// <summary>Lanes of a 256-bit register: AVX2 with fused multiplication and addition.</summary>
internal unsafe struct Lanes256<TNumber> : ILanes<Lanes256<TNumber>, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Set without a constructor, read without properties: the compiler inlines only so many calls into a kernel.
    private Vector256<TNumber> _value;

    public static bool IsSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported;

    public static int Count
    {
        [MethodImpl(Inline)]
        get => Vector256<TNumber>.Count;
    }

    public static int TableSteps
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double) ? 1 : 8;
    }

    public static bool Fuses
    {
        [MethodImpl(Inline)]
        get => true;
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Create(double value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector256.Create(value).As<double, TNumber>() }
            : new() { _value = Vector256.Create((float)value).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Load(TNumber* source) => new() { _value = Vector256.Load(source) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Broadcast(TNumber* source) => new() { _value = Vector256.Create(*source) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> LoadMasked(TNumber* source, Lanes256<TNumber> mask, Lanes256<TNumber> fill)
    {
        var part = typeof(TNumber) == typeof(double)
            ? Avx.MaskLoad((double*)source, mask._value.AsDouble()).As<double, TNumber>()
            : Avx.MaskLoad((float*)source, mask._value.AsSingle()).As<float, TNumber>();
        return new() { _value = Vector256.ConditionalSelect(mask._value, part, fill._value) };
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes256<TNumber> value, TNumber* destination) => value._value.Store(destination);

    [MethodImpl(Inline)]
    public static void StoreAsDoubles(Lanes256<TNumber> value, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            value._value.AsDouble().Store(destination);
            return;
        }
        var (lower, upper) = Vector256.Widen(value._value.AsSingle());
        lower.Store(destination);
        upper.Store(destination + Vector256<double>.Count);
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> LoadSingles(float* source)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx.ConvertToVector256Double(Vector128.Load(source)).As<double, TNumber>() }
            : new() { _value = Vector256.Load(source).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static void StoreSingles(Lanes256<TNumber> value, float* destination)
    {
        if (typeof(TNumber) == typeof(double))
            Avx.ConvertToVector128Single(value._value.AsDouble()).Store(destination);
        else
            value._value.AsSingle().Store(destination);
    }

    [MethodImpl(Inline)]
    public static void StoreQuotients(Lanes256<TNumber> dividend, Lanes256<TNumber> rest, Lanes256<TNumber> divisor, Lanes256<TNumber> divisorRest, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            ((dividend._value.AsDouble() + rest._value.AsDouble()) / (divisor._value.AsDouble() + divisorRest._value.AsDouble())).Store(destination);
            return;
        }
        var (lower, upper) = Vector256.Widen(dividend._value.AsSingle());
        var (lowerRest, upperRest) = Vector256.Widen(rest._value.AsSingle());
        var (lowerDivisor, upperDivisor) = Vector256.Widen(divisor._value.AsSingle());
        var (lowerDivisorRest, upperDivisorRest) = Vector256.Widen(divisorRest._value.AsSingle());
        ((lower + lowerRest) / (lowerDivisor + lowerDivisorRest)).Store(destination);
        ((upper + upperRest) / (upperDivisor + upperDivisorRest)).Store(destination + Vector256<double>.Count);
    }

    [MethodImpl(Inline)]
    public static void LoadTransposed(TNumber* rows, nint length, out Lanes256<TNumber> first, out Lanes256<TNumber> second, out Lanes256<TNumber> third, out Lanes256<TNumber> fourth)
    {
        if (typeof(TNumber) == typeof(double))
        {
            Vector256<double> d0 = Pieces(rows, 2 * length).AsDouble(), d1 = Pieces(rows + length, 2 * length).AsDouble();
            Vector256<double> d2 = Pieces(rows + 2, 2 * length).AsDouble(), d3 = Pieces(rows + length + 2, 2 * length).AsDouble();
            first = new() { _value = Avx.UnpackLow(d0, d1).As<double, TNumber>() };
            second = new() { _value = Avx.UnpackHigh(d0, d1).As<double, TNumber>() };
            third = new() { _value = Avx.UnpackLow(d2, d3).As<double, TNumber>() };
            fourth = new() { _value = Avx.UnpackHigh(d2, d3).As<double, TNumber>() };
            return;
        }
        // Of four rows and columns, in each 128 bits.
        Vector256<float> f0 = Pieces(rows, 4 * length).AsSingle(), f1 = Pieces(rows + length, 4 * length).AsSingle();
        Vector256<float> f2 = Pieces(rows + (2 * length), 4 * length).AsSingle(), f3 = Pieces(rows + (3 * length), 4 * length).AsSingle();
        Vector256<double> low = Avx.UnpackLow(f0, f1).AsDouble(), high = Avx.UnpackHigh(f0, f1).AsDouble();
        Vector256<double> nextLow = Avx.UnpackLow(f2, f3).AsDouble(), nextHigh = Avx.UnpackHigh(f2, f3).AsDouble();
        first = new() { _value = Avx.UnpackLow(low, nextLow).As<double, TNumber>() };
        second = new() { _value = Avx.UnpackHigh(low, nextLow).As<double, TNumber>() };
        third = new() { _value = Avx.UnpackLow(high, nextHigh).As<double, TNumber>() };
        fourth = new() { _value = Avx.UnpackHigh(high, nextHigh).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static void StoreNonTemporal(Lanes256<TNumber> value, TNumber* destination) => value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(Inline)]
    public static void StoreMasked(Lanes256<TNumber> value, TNumber* destination, Lanes256<TNumber> mask)
    {
        if (typeof(TNumber) == typeof(double))
            Avx.MaskStore((double*)destination, mask._value.AsDouble(), value._value.AsDouble());
        else
            Avx.MaskStore((float*)destination, mask._value.AsSingle(), value._value.AsSingle());
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> First(int count)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector256.LessThan(Vector256.Create(0L, 1, 2, 3), Vector256.Create((long)count)).As<long, TNumber>() }
            : new() { _value = Vector256.LessThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(count)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> operator +(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = left._value + right._value };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> operator -(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = left._value - right._value };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> operator *(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = left._value * right._value };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> operator /(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = left._value / right._value };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> MultiplyAdd(Lanes256<TNumber> left, Lanes256<TNumber> right, Lanes256<TNumber> addend)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Fma.MultiplyAdd(left._value.AsDouble(), right._value.AsDouble(), addend._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Fma.MultiplyAdd(left._value.AsSingle(), right._value.AsSingle(), addend._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> MultiplyAddNegated(Lanes256<TNumber> left, Lanes256<TNumber> right, Lanes256<TNumber> addend)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Fma.MultiplyAddNegated(left._value.AsDouble(), right._value.AsDouble(), addend._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Fma.MultiplyAddNegated(left._value.AsSingle(), right._value.AsSingle(), addend._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Max(Lanes256<TNumber> left, Lanes256<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx.Max(left._value.AsDouble(), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx.Max(left._value.AsSingle(), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Min(Lanes256<TNumber> left, Lanes256<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx.Min(left._value.AsDouble(), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx.Min(left._value.AsSingle(), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> ReciprocalEstimate(Lanes256<TNumber> value) => Create(1) / value;

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> NegativeAbs(Lanes256<TNumber> value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() | Vector256.Create(long.MinValue)).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() | Vector256.Create(int.MinValue)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> FlipSign(Lanes256<TNumber> value, Lanes256<TNumber> by)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() ^ (by._value.AsInt64() & Vector256.Create(long.MinValue))).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() ^ (by._value.AsInt32() & Vector256.Create(int.MinValue))).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> DivideFast(Lanes256<TNumber> left, Lanes256<TNumber> right) => left / right;

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> LessThan(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = Vector256.LessThan(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> ZeroWhereLess(Lanes256<TNumber> left, Lanes256<TNumber> right, Lanes256<TNumber> otherwise)
        => new() { _value = Vector256.AndNot(otherwise._value, Vector256.LessThan(left._value, right._value)) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> ZeroWhereEqual(Lanes256<TNumber> left, Lanes256<TNumber> right, Lanes256<TNumber> otherwise)
        => new() { _value = Vector256.AndNot(otherwise._value, Vector256.Equals(left._value, right._value)) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Equal(Lanes256<TNumber> left, Lanes256<TNumber> right) => new() { _value = Vector256.Equals(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Select(Lanes256<TNumber> mask, Lanes256<TNumber> whereTrue, Lanes256<TNumber> whereFalse)
        => new() { _value = Vector256.ConditionalSelect(mask._value, whereTrue._value, whereFalse._value) };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Even(Lanes256<TNumber> left, Lanes256<TNumber> right)
    {
        // Within halves of the registers, whose order the permutation mends.
        var pairs = typeof(TNumber) == typeof(double)
            ? Avx.UnpackLow(left._value.AsDouble(), right._value.AsDouble())
            : Avx.Shuffle(left._value.AsSingle(), right._value.AsSingle(), 0x88).AsDouble();
        return new() { _value = Avx2.Permute4x64(pairs, 0xD8).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Odd(Lanes256<TNumber> left, Lanes256<TNumber> right)
    {
        // Within halves of the registers, whose order the permutation mends.
        var pairs = typeof(TNumber) == typeof(double)
            ? Avx.UnpackHigh(left._value.AsDouble(), right._value.AsDouble())
            : Avx.Shuffle(left._value.AsSingle(), right._value.AsSingle(), 0xDD).AsDouble();
        return new() { _value = Avx2.Permute4x64(pairs, 0xD8).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static ulong Bits(Lanes256<TNumber> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> PowerOfTwo(Lanes256<TNumber> magic) => Power(magic, PowersOfTwo.FloatEighths);

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> ScaledPowerOfTwo(Lanes256<TNumber> magic) => Power(magic, PowersOfTwo.ScaledFloatEighths);

    public static bool Scales => false;

    public static void ScaledPowers(double k, out Lanes256<TNumber> low, out Lanes256<TNumber> high) => throw new NotSupportedException();

    public static Lanes256<TNumber> ScaledPowerOfTwo(Lanes256<TNumber> magic, Lanes256<TNumber> power, Lanes256<TNumber> low, Lanes256<TNumber> high) => throw new NotSupportedException();

    public static double TableScale
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double) ? 1 : PowersOfTwo.FloatEighthScale;
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> PowerRest(Lanes256<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? Create(0)
            : new() { _value = Avx2.PermuteVar8x32(PowersOfTwo.FloatEighthRests, magic._value.AsInt32()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> Decompose(Lanes256<TNumber> value, out Lanes256<TNumber> exponent)
    {
        // Counted from sqrt(1/2), so that the shift rounds to the nearest power; an integer becomes a number in the fraction of 2^52 or 2^23.
        if (typeof(TNumber) == typeof(double))
        {
            var n = (value._value.AsInt64() - Vector256.Create(0x3FE6A09E667F3BCD)) >> 52;
            exponent = new() { _value = ((n + Vector256.Create(0x4330000000000000)).AsDouble() - Vector256.Create(4503599627370496.0)).As<double, TNumber>() };
            return new() { _value = (value._value.AsInt64() - (n << 52)).As<long, TNumber>() };
        }
        var m = (value._value.AsInt32() - Vector256.Create(0x3F3504F3)) >> 23;
        exponent = new() { _value = ((m + Vector256.Create(0x4B000000)).AsSingle() - Vector256.Create(8388608f)).As<float, TNumber>() };
        return new() { _value = (value._value.AsInt32() - (m << 23)).As<int, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static double Sum(Lanes256<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
            return Vector256.Sum(value._value.AsDouble());
        var (lower, upper) = Vector256.Widen(value._value.AsSingle());
        return Vector256.Sum(lower + upper);
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> SumAcross(Lanes256<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
        {
            var d = value._value.AsDouble();
            d = d + Avx.Permute2x128(d, d, 0x01);
            return new() { _value = (d + Avx.Permute(d, 0x5)).As<double, TNumber>() };
        }
        var f = value._value.AsSingle();
        f = f + Avx.Permute2x128(f, f, 0x01);
        f = f + Avx.Permute(f, 0x4E);
        return new() { _value = (f + Avx.Permute(f, 0xB1)).As<float, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static Lanes256<TNumber> MaxAcross(Lanes256<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
        {
            var d = value._value.AsDouble();
            d = Avx.Max(d, Avx.Permute2x128(d, d, 0x01));
            return new() { _value = Avx.Max(d, Avx.Permute(d, 0x5)).As<double, TNumber>() };
        }
        var f = value._value.AsSingle();
        f = Avx.Max(f, Avx.Permute2x128(f, f, 0x01));
        f = Avx.Max(f, Avx.Permute(f, 0x4E));
        return new() { _value = Avx.Max(f, Avx.Permute(f, 0xB1)).As<float, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static double FirstLane(Lanes256<TNumber> value)
        => typeof(TNumber) == typeof(double) ? value._value.AsDouble().ToScalar() : value._value.AsSingle().ToScalar();

    [MethodImpl(Inline)]
    private static Lanes256<TNumber> Power(Lanes256<TNumber> magic, Vector256<int> eighths)
    {
        if (typeof(TNumber) == typeof(double))
            return new() { _value = ((magic._value.AsInt64() << 52) + Vector256.Create(0x3FF0000000000000)).As<long, TNumber>() };
        // The permutation looks at the lowest bits of the index only.
        var n = magic._value.AsInt32();
        return new() { _value = (Avx2.PermuteVar8x32(eighths, n) + (n << 20)).As<int, TNumber>() };
    }

    /// <summary>128 bits of each of two rows.</summary>
    [MethodImpl(Inline)]
    private static Vector256<TNumber> Pieces(TNumber* rows, nint step)
    {
        return Vector256.Create(Vector128.Load(rows), Vector128.Load(rows + step));
    }
}
