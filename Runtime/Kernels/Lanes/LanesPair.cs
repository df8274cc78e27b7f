using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Two registers as one of twice the lanes, so that each step is taken for the second before the first has done the next: what waits for its own result
/// leaves half of the processor idle.
/// </summary>
internal unsafe struct LanesPair<TLanes, TNumber> : ILanes<LanesPair<TLanes, TNumber>, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private TLanes _lower;
    private TLanes _upper;

    /// <summary>Of so many numbers, those that are taken two registers at a time; none where there are no registers of several lanes.</summary>
    public static nint Paired(nint numbers) => TLanes.Count > 1 ? numbers / (2 * TLanes.Count) * (2 * TLanes.Count) : 0;

    public static int Count
    {
        [MethodImpl(Inline)]
        get => 2 * TLanes.Count;
    }

    public static int TableSteps
    {
        [MethodImpl(Inline)]
        get => TLanes.TableSteps;
    }

    public static bool Fuses
    {
        [MethodImpl(Inline)]
        get => TLanes.Fuses;
    }

    public static bool Scales
    {
        [MethodImpl(Inline)]
        get => TLanes.Scales;
    }

    [MethodImpl(Inline)]
    public static void ScaledPowers(double k, out LanesPair<TLanes, TNumber> low, out LanesPair<TLanes, TNumber> high)
    {
        TLanes.ScaledPowers(k, out var first, out var second);
        low = new() { _lower = first, _upper = first };
        high = new() { _lower = second, _upper = second };
    }

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> ScaledPowerOfTwo(LanesPair<TLanes, TNumber> magic, LanesPair<TLanes, TNumber> power, LanesPair<TLanes, TNumber> low, LanesPair<TLanes, TNumber> high)
        => new() { _lower = TLanes.ScaledPowerOfTwo(magic._lower, power._lower, low._lower, high._lower), _upper = TLanes.ScaledPowerOfTwo(magic._upper, power._upper, low._upper, high._upper) };

    public static double TableScale
    {
        [MethodImpl(Inline)]
        get => TLanes.TableScale;
    }

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Create(double value) => new() { _lower = TLanes.Create(value), _upper = TLanes.Create(value) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Load(TNumber* source) => new() { _lower = TLanes.Load(source), _upper = TLanes.Load(source + TLanes.Count) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Broadcast(TNumber* source) => new() { _lower = TLanes.Broadcast(source), _upper = TLanes.Broadcast(source) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> LoadMasked(TNumber* source, LanesPair<TLanes, TNumber> mask, LanesPair<TLanes, TNumber> fill) => new() { _lower = TLanes.LoadMasked(source, mask._lower, fill._lower), _upper = TLanes.LoadMasked(source + TLanes.Count, mask._upper, fill._upper) };

    [MethodImpl(Inline)]
    public static void Store(LanesPair<TLanes, TNumber> value, TNumber* destination)
    {
        TLanes.Store(value._lower, destination);
        TLanes.Store(value._upper, destination + TLanes.Count);
    }

    [MethodImpl(Inline)]
    public static void StoreAsDoubles(LanesPair<TLanes, TNumber> value, double* destination)
    {
        TLanes.StoreAsDoubles(value._lower, destination);
        TLanes.StoreAsDoubles(value._upper, destination + TLanes.Count);
    }

    [MethodImpl(Inline)]
    public static void StoreNonTemporal(LanesPair<TLanes, TNumber> value, TNumber* destination)
    {
        TLanes.StoreNonTemporal(value._lower, destination);
        TLanes.StoreNonTemporal(value._upper, destination + TLanes.Count);
    }

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> LoadSingles(float* source) => new() { _lower = TLanes.LoadSingles(source), _upper = TLanes.LoadSingles(source + TLanes.Count) };

    [MethodImpl(Inline)]
    public static void StoreSingles(LanesPair<TLanes, TNumber> value, float* destination)
    {
        TLanes.StoreSingles(value._lower, destination);
        TLanes.StoreSingles(value._upper, destination + TLanes.Count);
    }

    [MethodImpl(Inline)]
    public static void StoreQuotients(LanesPair<TLanes, TNumber> dividend, LanesPair<TLanes, TNumber> rest, LanesPair<TLanes, TNumber> divisor, LanesPair<TLanes, TNumber> divisorRest, double* destination)
    {
        TLanes.StoreQuotients(dividend._lower, rest._lower, divisor._lower, divisorRest._lower, destination);
        TLanes.StoreQuotients(dividend._upper, rest._upper, divisor._upper, divisorRest._upper, destination + TLanes.Count);
    }

    [MethodImpl(Inline)]
    public static void LoadTransposed(TNumber* rows, nint length, out LanesPair<TLanes, TNumber> first, out LanesPair<TLanes, TNumber> second, out LanesPair<TLanes, TNumber> third, out LanesPair<TLanes, TNumber> fourth)
    {
        TLanes.LoadTransposed(rows, length, out var f0, out var f1, out var f2, out var f3);
        TLanes.LoadTransposed(rows + (TLanes.Count * length), length, out var s0, out var s1, out var s2, out var s3);
        first = new() { _lower = f0, _upper = s0 };
        second = new() { _lower = f1, _upper = s1 };
        third = new() { _lower = f2, _upper = s2 };
        fourth = new() { _lower = f3, _upper = s3 };
    }

    [MethodImpl(Inline)]
    public static void StoreMasked(LanesPair<TLanes, TNumber> value, TNumber* destination, LanesPair<TLanes, TNumber> mask)
    {
        TLanes.StoreMasked(value._lower, destination, mask._lower);
        TLanes.StoreMasked(value._upper, destination + TLanes.Count, mask._upper);
    }

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> First(int count) => new() { _lower = TLanes.First(count), _upper = TLanes.First(count - TLanes.Count) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> operator +(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = left._lower + right._lower, _upper = left._upper + right._upper };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> operator -(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = left._lower - right._lower, _upper = left._upper - right._upper };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> operator *(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = left._lower * right._lower, _upper = left._upper * right._upper };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> operator /(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = left._lower / right._lower, _upper = left._upper / right._upper };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> MultiplyAdd(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right, LanesPair<TLanes, TNumber> addend) => new() { _lower = TLanes.MultiplyAdd(left._lower, right._lower, addend._lower), _upper = TLanes.MultiplyAdd(left._upper, right._upper, addend._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> MultiplyAddNegated(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right, LanesPair<TLanes, TNumber> addend) => new() { _lower = TLanes.MultiplyAddNegated(left._lower, right._lower, addend._lower), _upper = TLanes.MultiplyAddNegated(left._upper, right._upper, addend._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Max(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.Max(left._lower, right._lower), _upper = TLanes.Max(left._upper, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Min(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.Min(left._lower, right._lower), _upper = TLanes.Min(left._upper, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> ReciprocalEstimate(LanesPair<TLanes, TNumber> value) => new() { _lower = TLanes.ReciprocalEstimate(value._lower), _upper = TLanes.ReciprocalEstimate(value._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> NegativeAbs(LanesPair<TLanes, TNumber> value) => new() { _lower = TLanes.NegativeAbs(value._lower), _upper = TLanes.NegativeAbs(value._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> FlipSign(LanesPair<TLanes, TNumber> value, LanesPair<TLanes, TNumber> by) => new() { _lower = TLanes.FlipSign(value._lower, by._lower), _upper = TLanes.FlipSign(value._upper, by._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> DivideFast(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.DivideFast(left._lower, right._lower), _upper = TLanes.DivideFast(left._upper, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> LessThan(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.LessThan(left._lower, right._lower), _upper = TLanes.LessThan(left._upper, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Equal(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.Equal(left._lower, right._lower), _upper = TLanes.Equal(left._upper, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> ZeroWhereLess(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right, LanesPair<TLanes, TNumber> otherwise) => new() { _lower = TLanes.ZeroWhereLess(left._lower, right._lower, otherwise._lower), _upper = TLanes.ZeroWhereLess(left._upper, right._upper, otherwise._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> ZeroWhereEqual(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right, LanesPair<TLanes, TNumber> otherwise) => new() { _lower = TLanes.ZeroWhereEqual(left._lower, right._lower, otherwise._lower), _upper = TLanes.ZeroWhereEqual(left._upper, right._upper, otherwise._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Select(LanesPair<TLanes, TNumber> mask, LanesPair<TLanes, TNumber> whereTrue, LanesPair<TLanes, TNumber> whereFalse) => new() { _lower = TLanes.Select(mask._lower, whereTrue._lower, whereFalse._lower), _upper = TLanes.Select(mask._upper, whereTrue._upper, whereFalse._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Even(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.Even(left._lower, left._upper), _upper = TLanes.Even(right._lower, right._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Odd(LanesPair<TLanes, TNumber> left, LanesPair<TLanes, TNumber> right) => new() { _lower = TLanes.Odd(left._lower, left._upper), _upper = TLanes.Odd(right._lower, right._upper) };

    [MethodImpl(Inline)]
    public static ulong Bits(LanesPair<TLanes, TNumber> mask) => TLanes.Bits(mask._lower) | (TLanes.Bits(mask._upper) << TLanes.Count);

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> PowerOfTwo(LanesPair<TLanes, TNumber> magic) => new() { _lower = TLanes.PowerOfTwo(magic._lower), _upper = TLanes.PowerOfTwo(magic._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> ScaledPowerOfTwo(LanesPair<TLanes, TNumber> magic) => new() { _lower = TLanes.ScaledPowerOfTwo(magic._lower), _upper = TLanes.ScaledPowerOfTwo(magic._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> PowerRest(LanesPair<TLanes, TNumber> magic) => new() { _lower = TLanes.PowerRest(magic._lower), _upper = TLanes.PowerRest(magic._upper) };

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> Decompose(LanesPair<TLanes, TNumber> value, out LanesPair<TLanes, TNumber> exponent)
    {
        LanesPair<TLanes, TNumber> result = new() { _lower = TLanes.Decompose(value._lower, out var lower), _upper = TLanes.Decompose(value._upper, out var upper) };
        exponent = new() { _lower = lower, _upper = upper };
        return result;
    }

    [MethodImpl(Inline)]
    public static double Sum(LanesPair<TLanes, TNumber> value) => TLanes.Sum(value._lower) + TLanes.Sum(value._upper);

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> SumAcross(LanesPair<TLanes, TNumber> value)
    {
        var sum = TLanes.SumAcross(value._lower + value._upper);
        return new() { _lower = sum, _upper = sum };
    }

    [MethodImpl(Inline)]
    public static LanesPair<TLanes, TNumber> MaxAcross(LanesPair<TLanes, TNumber> value)
    {
        var max = TLanes.MaxAcross(TLanes.Max(value._lower, value._upper));
        return new() { _lower = max, _upper = max };
    }

    [MethodImpl(Inline)]
    public static double FirstLane(LanesPair<TLanes, TNumber> value) => TLanes.FirstLane(value._lower);
}
