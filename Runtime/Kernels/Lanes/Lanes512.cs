using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Logits.Numerics;

/// <summary>Lanes of a 512-bit register: AVX-512.</summary>
internal unsafe struct Lanes512<TNumber> : ILanes<Lanes512<TNumber>, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    // Set without a constructor, read without properties: the compiler inlines only so many calls into a kernel.
    private Vector512<TNumber> _value;

    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported && Avx512DQ.IsSupported;

    public static int Count
    {
        [MethodImpl(Inline)]
        get => Vector512<TNumber>.Count;
    }

    public static int TableSteps
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double) ? 16 : 32;
    }

    public static bool Fuses
    {
        [MethodImpl(Inline)]
        get => true;
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Create(double value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector512.Create(value).As<double, TNumber>() }
            : new() { _value = Vector512.Create((float)value).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Load(TNumber* source) => new() { _value = Vector512.Load(source) };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Broadcast(TNumber* source) => new() { _value = Vector512.Create(*source) };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> LoadMasked(TNumber* source, Lanes512<TNumber> mask, Lanes512<TNumber> fill)
    {
#if NET10_0_OR_GREATER
        return typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.MaskLoad((double*)source, mask._value.AsDouble(), fill._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.MaskLoad((float*)source, mask._value.AsSingle(), fill._value.AsSingle()).As<float, TNumber>() };
#else
        Unsafe.CopyBlockUnaligned(&fill, source, (uint)(BitOperations.PopCount(Bits(mask)) * sizeof(TNumber)));
        return fill;
#endif
    }

    [MethodImpl(Inline)]
    public static void Store(Lanes512<TNumber> value, TNumber* destination) => value._value.Store(destination);

    [MethodImpl(Inline)]
    public static void StoreAsDoubles(Lanes512<TNumber> value, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            value._value.AsDouble().Store(destination);
            return;
        }
        var (lower, upper) = Vector512.Widen(value._value.AsSingle());
        lower.Store(destination);
        upper.Store(destination + Vector512<double>.Count);
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> LoadSingles(float* source)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.ConvertToVector512Double(Vector256.Load(source)).As<double, TNumber>() }
            : new() { _value = Vector512.Load(source).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static void StoreSingles(Lanes512<TNumber> value, float* destination)
    {
        if (typeof(TNumber) == typeof(double))
            Avx512F.ConvertToVector256Single(value._value.AsDouble()).Store(destination);
        else
            value._value.AsSingle().Store(destination);
    }

    [MethodImpl(Inline)]
    public static void StoreQuotients(Lanes512<TNumber> dividend, Lanes512<TNumber> rest, Lanes512<TNumber> divisor, Lanes512<TNumber> divisorRest, double* destination)
    {
        if (typeof(TNumber) == typeof(double))
        {
            ((dividend._value.AsDouble() + rest._value.AsDouble()) / (divisor._value.AsDouble() + divisorRest._value.AsDouble())).Store(destination);
            return;
        }
        // Divisions of doubles would take longer than all else: the quotient of the rounded sums, by an estimate, and that of what they leave.
        Vector512<float> n = dividend._value.AsSingle() + rest._value.AsSingle(), d = divisor._value.AsSingle() + divisorRest._value.AsSingle();
        Vector512<float> nLost = rest._value.AsSingle() - (n - dividend._value.AsSingle()), dLost = divisorRest._value.AsSingle() - (d - divisor._value.AsSingle());
        var inverse = Avx512F.Reciprocal14(d);
        inverse = Avx512F.FusedMultiplyAdd(inverse, Avx512F.FusedMultiplyAddNegated(inverse, d, Vector512.Create(1f)), inverse);
        var quotient = n * inverse;
        var left = Avx512F.FusedMultiplyAddNegated(quotient, dLost, Avx512F.FusedMultiplyAddNegated(quotient, d, n) + nLost);
        var (lower, upper) = Vector512.Widen(quotient);
        var (lowerLeft, upperLeft) = Vector512.Widen(left * inverse);
        (lower + lowerLeft).Store(destination);
        (upper + upperLeft).Store(destination + Vector512<double>.Count);
    }

    [MethodImpl(Inline)]
    public static void LoadTransposed(TNumber* rows, nint length, out Lanes512<TNumber> first, out Lanes512<TNumber> second, out Lanes512<TNumber> third, out Lanes512<TNumber> fourth)
    {
        if (typeof(TNumber) == typeof(double))
        {
            Vector512<double> d0 = Pieces(rows, 2 * length).AsDouble(), d1 = Pieces(rows + length, 2 * length).AsDouble();
            Vector512<double> d2 = Pieces(rows + 2, 2 * length).AsDouble(), d3 = Pieces(rows + length + 2, 2 * length).AsDouble();
            first = new() { _value = Avx512F.UnpackLow(d0, d1).As<double, TNumber>() };
            second = new() { _value = Avx512F.UnpackHigh(d0, d1).As<double, TNumber>() };
            third = new() { _value = Avx512F.UnpackLow(d2, d3).As<double, TNumber>() };
            fourth = new() { _value = Avx512F.UnpackHigh(d2, d3).As<double, TNumber>() };
            return;
        }
        // Of four rows and columns, in each 128 bits.
        Vector512<float> f0 = Pieces(rows, 4 * length).AsSingle(), f1 = Pieces(rows + length, 4 * length).AsSingle();
        Vector512<float> f2 = Pieces(rows + (2 * length), 4 * length).AsSingle(), f3 = Pieces(rows + (3 * length), 4 * length).AsSingle();
        Vector512<double> low = Avx512F.UnpackLow(f0, f1).AsDouble(), high = Avx512F.UnpackHigh(f0, f1).AsDouble();
        Vector512<double> nextLow = Avx512F.UnpackLow(f2, f3).AsDouble(), nextHigh = Avx512F.UnpackHigh(f2, f3).AsDouble();
        first = new() { _value = Avx512F.UnpackLow(low, nextLow).As<double, TNumber>() };
        second = new() { _value = Avx512F.UnpackHigh(low, nextLow).As<double, TNumber>() };
        third = new() { _value = Avx512F.UnpackLow(high, nextHigh).As<double, TNumber>() };
        fourth = new() { _value = Avx512F.UnpackHigh(high, nextHigh).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static void StoreNonTemporal(Lanes512<TNumber> value, TNumber* destination) => value._value.StoreAlignedNonTemporal(destination);

    [MethodImpl(Inline)]
    public static void StoreMasked(Lanes512<TNumber> value, TNumber* destination, Lanes512<TNumber> mask)
    {
#if NET10_0_OR_GREATER
        if (typeof(TNumber) == typeof(double))
            Avx512F.MaskStore((double*)destination, mask._value.AsDouble(), value._value.AsDouble());
        else
            Avx512F.MaskStore((float*)destination, mask._value.AsSingle(), value._value.AsSingle());
#else
        Unsafe.CopyBlockUnaligned(destination, &value, (uint)(BitOperations.PopCount(Bits(mask)) * sizeof(TNumber)));
#endif
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> First(int count)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)count)).As<long, TNumber>() }
            : new() { _value = Vector512.LessThan(Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), Vector512.Create(count)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> operator +(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = left._value + right._value };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> operator -(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = left._value - right._value };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> operator *(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = left._value * right._value };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> operator /(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = left._value / right._value };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> MultiplyAdd(Lanes512<TNumber> left, Lanes512<TNumber> right, Lanes512<TNumber> addend)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.FusedMultiplyAdd(left._value.AsDouble(), right._value.AsDouble(), addend._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.FusedMultiplyAdd(left._value.AsSingle(), right._value.AsSingle(), addend._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> MultiplyAddNegated(Lanes512<TNumber> left, Lanes512<TNumber> right, Lanes512<TNumber> addend)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.FusedMultiplyAddNegated(left._value.AsDouble(), right._value.AsDouble(), addend._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.FusedMultiplyAddNegated(left._value.AsSingle(), right._value.AsSingle(), addend._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Max(Lanes512<TNumber> left, Lanes512<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.Max(left._value.AsDouble(), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.Max(left._value.AsSingle(), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Min(Lanes512<TNumber> left, Lanes512<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.Min(left._value.AsDouble(), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.Min(left._value.AsSingle(), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> ReciprocalEstimate(Lanes512<TNumber> value)
    {
        // To 14 bits; of double twice as many.
        if (typeof(TNumber) == typeof(float))
            return new() { _value = Avx512F.Reciprocal14(value._value.AsSingle()).As<float, TNumber>() };
        var estimate = Avx512F.Reciprocal14(value._value.AsDouble());
        var rest = Avx512F.FusedMultiplyAddNegated(value._value.AsDouble(), estimate, Vector512.Create(1.0));
        return new() { _value = Avx512F.FusedMultiplyAdd(estimate, rest, estimate).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> NegativeAbs(Lanes512<TNumber> value)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() | Vector512.Create(long.MinValue)).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() | Vector512.Create(int.MinValue)).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> FlipSign(Lanes512<TNumber> value, Lanes512<TNumber> by)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = (value._value.AsInt64() ^ (by._value.AsInt64() & Vector512.Create(long.MinValue))).As<long, TNumber>() }
            : new() { _value = (value._value.AsInt32() ^ (by._value.AsInt32() & Vector512.Create(int.MinValue))).As<int, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> DivideFast(Lanes512<TNumber> left, Lanes512<TNumber> right)
    {
        if (typeof(TNumber) == typeof(float))
            return left / right;
        var inverse = ReciprocalEstimate(right)._value.AsDouble();
        inverse = Avx512F.FusedMultiplyAdd(inverse, Avx512F.FusedMultiplyAddNegated(inverse, right._value.AsDouble(), Vector512.Create(1.0)), inverse);
        return new() { _value = (left._value.AsDouble() * inverse).As<double, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> LessThan(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = Vector512.LessThan(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> ZeroWhereLess(Lanes512<TNumber> left, Lanes512<TNumber> right, Lanes512<TNumber> otherwise)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector512.ConditionalSelect(Avx512F.CompareNotLessThan(left._value.AsDouble(), right._value.AsDouble()), otherwise._value.AsDouble(), Vector512<double>.Zero).As<double, TNumber>() }
            : new() { _value = Vector512.ConditionalSelect(Avx512F.CompareNotLessThan(left._value.AsSingle(), right._value.AsSingle()), otherwise._value.AsSingle(), Vector512<float>.Zero).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> ZeroWhereEqual(Lanes512<TNumber> left, Lanes512<TNumber> right, Lanes512<TNumber> otherwise)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Vector512.ConditionalSelect(Avx512F.CompareNotEqual(left._value.AsDouble(), right._value.AsDouble()), otherwise._value.AsDouble(), Vector512<double>.Zero).As<double, TNumber>() }
            : new() { _value = Vector512.ConditionalSelect(Avx512F.CompareNotEqual(left._value.AsSingle(), right._value.AsSingle()), otherwise._value.AsSingle(), Vector512<float>.Zero).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Equal(Lanes512<TNumber> left, Lanes512<TNumber> right) => new() { _value = Vector512.Equals(left._value, right._value) };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Select(Lanes512<TNumber> mask, Lanes512<TNumber> whereTrue, Lanes512<TNumber> whereFalse)
        => new() { _value = Vector512.ConditionalSelect(mask._value, whereTrue._value, whereFalse._value) };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Even(Lanes512<TNumber> left, Lanes512<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.PermuteVar8x64x2(left._value.AsDouble(), Vector512.Create(0L, 2, 4, 6, 8, 10, 12, 14), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.PermuteVar16x32x2(left._value.AsSingle(), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Odd(Lanes512<TNumber> left, Lanes512<TNumber> right)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.PermuteVar8x64x2(left._value.AsDouble(), Vector512.Create(1L, 3, 5, 7, 9, 11, 13, 15), right._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.PermuteVar16x32x2(left._value.AsSingle(), Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), right._value.AsSingle()).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static ulong Bits(Lanes512<TNumber> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> PowerOfTwo(Lanes512<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? Power(magic, PowersOfTwo.DoubleLow, PowersOfTwo.DoubleHigh)
            : Power(magic, PowersOfTwo.FloatLow, PowersOfTwo.FloatHigh);

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> ScaledPowerOfTwo(Lanes512<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? Power(magic, PowersOfTwo.ScaledDoubleLow, PowersOfTwo.ScaledDoubleHigh)
            : Power(magic, PowersOfTwo.ScaledFloatLow, PowersOfTwo.ScaledFloatHigh);

    public static bool Scales
    {
        [MethodImpl(Inline)]
        get => true;
    }

    [MethodImpl(Inline)]
    public static void ScaledPowers(double k, out Lanes512<TNumber> low, out Lanes512<TNumber> high)
    {
        // Whole steps in the lowest bits.
        Vector512<TNumber> first = typeof(TNumber) == typeof(double)
            ? (Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7) - Vector512.Create((long)(k * TableSteps))).As<long, TNumber>()
            : (Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) - Vector512.Create((int)(k * TableSteps))).As<int, TNumber>();
        Vector512<TNumber> second = typeof(TNumber) == typeof(double)
            ? (first.AsInt64() + Vector512.Create((long)Count)).As<long, TNumber>()
            : (first.AsInt32() + Vector512.Create(Count)).As<int, TNumber>();
        low = ScaledPowerOfTwo(new Lanes512<TNumber>() { _value = first });
        high = ScaledPowerOfTwo(new Lanes512<TNumber>() { _value = second });
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> ScaledPowerOfTwo(Lanes512<TNumber> magic, Lanes512<TNumber> power, Lanes512<TNumber> low, Lanes512<TNumber> high)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.Scale(Avx512F.PermuteVar8x64x2(low._value.AsDouble(), magic._value.AsInt64(), high._value.AsDouble()), power._value.AsDouble()).As<double, TNumber>() }
            : new() { _value = Avx512F.Scale(Avx512F.PermuteVar16x32x2(low._value.AsSingle(), magic._value.AsInt32(), high._value.AsSingle()), power._value.AsSingle()).As<float, TNumber>() };

    public static double TableScale
    {
        [MethodImpl(Inline)]
        get => typeof(TNumber) == typeof(double) ? PowersOfTwo.DoubleScale : PowersOfTwo.FloatScale;
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> PowerRest(Lanes512<TNumber> magic)
        => typeof(TNumber) == typeof(double)
            ? new() { _value = Avx512F.PermuteVar8x64x2(PowersOfTwo.DoubleLowRests, magic._value.AsInt64(), PowersOfTwo.DoubleHighRests).As<double, TNumber>() }
            : new() { _value = Avx512F.PermuteVar16x32x2(PowersOfTwo.FloatLowRests, magic._value.AsInt32(), PowersOfTwo.FloatHighRests).As<float, TNumber>() };

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> Decompose(Lanes512<TNumber> value, out Lanes512<TNumber> exponent)
    {
        // Counted from sqrt(1/2), so that the shift rounds to the nearest power; an integer becomes a number in the fraction of 2^52 or 2^23.
        if (typeof(TNumber) == typeof(double))
        {
            var n = (value._value.AsInt64() - Vector512.Create(0x3FE6A09E667F3BCD)) >> 52;
            exponent = new() { _value = ((n + Vector512.Create(0x4330000000000000)).AsDouble() - Vector512.Create(4503599627370496.0)).As<double, TNumber>() };
            return new() { _value = (value._value.AsInt64() - (n << 52)).As<long, TNumber>() };
        }
        var m = (value._value.AsInt32() - Vector512.Create(0x3F3504F3)) >> 23;
        exponent = new() { _value = ((m + Vector512.Create(0x4B000000)).AsSingle() - Vector512.Create(8388608f)).As<float, TNumber>() };
        return new() { _value = (value._value.AsInt32() - (m << 23)).As<int, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static double Sum(Lanes512<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
            return Vector512.Sum(value._value.AsDouble());
        var (lower, upper) = Vector512.Widen(value._value.AsSingle());
        return Vector512.Sum(lower + upper);
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> SumAcross(Lanes512<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
        {
            var d = value._value.AsDouble();
            d += Avx512F.Shuffle4x128(d, d, 0x4E);
            d += Avx512F.Shuffle4x128(d, d, 0xB1);
            return new() { _value = (d + Avx512F.Permute2x64(d, 0x55)).As<double, TNumber>() };
        }
        var f = value._value.AsSingle();
        f += Avx512F.Shuffle4x128(f, f, 0x4E);
        f += Avx512F.Shuffle4x128(f, f, 0xB1);
        f += Avx512F.Permute4x32(f, 0x4E);
        return new() { _value = (f + Avx512F.Permute4x32(f, 0xB1)).As<float, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static Lanes512<TNumber> MaxAcross(Lanes512<TNumber> value)
    {
        if (typeof(TNumber) == typeof(double))
        {
            var d = value._value.AsDouble();
            d = Avx512F.Max(d, Avx512F.Shuffle4x128(d, d, 0x4E));
            d = Avx512F.Max(d, Avx512F.Shuffle4x128(d, d, 0xB1));
            return new() { _value = Avx512F.Max(d, Avx512F.Permute2x64(d, 0x55)).As<double, TNumber>() };
        }
        var f = value._value.AsSingle();
        f = Avx512F.Max(f, Avx512F.Shuffle4x128(f, f, 0x4E));
        f = Avx512F.Max(f, Avx512F.Shuffle4x128(f, f, 0xB1));
        f = Avx512F.Max(f, Avx512F.Permute4x32(f, 0x4E));
        return new() { _value = Avx512F.Max(f, Avx512F.Permute4x32(f, 0xB1)).As<float, TNumber>() };
    }

    [MethodImpl(Inline)]
    public static double FirstLane(Lanes512<TNumber> value)
        => typeof(TNumber) == typeof(double) ? value._value.AsDouble().ToScalar() : value._value.AsSingle().ToScalar();

    // The permutations look at the lowest bits of the index only.
    [MethodImpl(Inline)]
    private static Lanes512<TNumber> Power(Lanes512<TNumber> magic, Vector512<int> low, Vector512<int> high)
    {
        var n = magic._value.AsInt32();
        return new() { _value = (Avx512F.PermuteVar16x32x2(low, n, high) + (n << 18)).As<int, TNumber>() };
    }

    [MethodImpl(Inline)]
    private static Lanes512<TNumber> Power(Lanes512<TNumber> magic, Vector512<long> low, Vector512<long> high)
    {
        var n = magic._value.AsInt64();
        return new() { _value = (Avx512F.PermuteVar8x64x2(low, n, high) + (n << 48)).As<long, TNumber>() };
    }

    /// <summary>128 bits of each of four rows.</summary>
    [MethodImpl(Inline)]
    private static Vector512<TNumber> Pieces(TNumber* rows, nint step)
    {
        var all = Vector128.Load(rows).AsSingle().ToVector256Unsafe().ToVector512Unsafe();
        all = Avx512F.InsertVector128(all, Vector128.Load(rows + step).AsSingle(), 1);
        all = Avx512F.InsertVector128(all, Vector128.Load(rows + (2 * step)).AsSingle(), 2);
        return Avx512F.InsertVector128(all, Vector128.Load(rows + (3 * step)).AsSingle(), 3).As<float, TNumber>();
    }
}
