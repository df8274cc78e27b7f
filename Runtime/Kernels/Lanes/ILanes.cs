using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// Several numbers side by side in one register. Kernels are written once over this and compiled for each width and type of number, which
/// is float or double.
/// </summary>
/// <remarks>A mask is lanes of all ones or all zeros.</remarks>
internal unsafe interface ILanes<TSelf, TNumber>
    where TSelf : unmanaged, ILanes<TSelf, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How many numbers there are.</summary>
    static abstract int Count { get; }

    /// <summary>How many powers of two from 1 to 2 the table of <see cref="PowerOfTwo"/> has; 1 where no register holds a table.</summary>
    static abstract int TableSteps { get; }

    /// <summary>Whether <see cref="MultiplyAdd"/> rounds once only.</summary>
    static abstract bool Fuses { get; }

    static abstract TSelf Create(double value);

    static abstract TSelf Load(TNumber* source);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Broadcast(TNumber* source);

    /// <summary>Reads no lane that is not in the mask, which is of the first lanes; there is <paramref name="fill"/>.</summary>
    static abstract TSelf LoadMasked(TNumber* source, TSelf mask, TSelf fill);

    static abstract void Store(TSelf value, TNumber* destination);

    /// <summary>As many doubles as there are lanes.</summary>
    static abstract void StoreAsDoubles(TSelf value, double* destination);

    /// <summary>As many floats as there are lanes.</summary>
    static abstract TSelf LoadSingles(float* source);

    /// <summary>As many floats as there are lanes, each rounded to the nearest.</summary>
    static abstract void StoreSingles(TSelf value, float* destination);

    /// <summary>(dividend + rest) / (divisor + divisorRest), to nearly the bits of a double; the rests are the smaller parts.</summary>
    static abstract void StoreQuotients(TSelf dividend, TSelf rest, TSelf divisor, TSelf divisorRest, double* destination);

    /// <summary>Four numbers of each of as many rows as there are lanes: the first of them all in the first register, and so on.</summary>
    static abstract void LoadTransposed(TNumber* rows, nint length, out TSelf first, out TSelf second, out TSelf third, out TSelf fourth);

    /// <summary>Past the cache, to an address that is a multiple of the register's size.</summary>
    static abstract void StoreNonTemporal(TSelf value, TNumber* destination);

    /// <summary>Writes no lane that is not in the mask, which is of the first lanes.</summary>
    static abstract void StoreMasked(TSelf value, TNumber* destination, TSelf mask);

    /// <summary>The mask of the first lanes.</summary>
    static abstract TSelf First(int count);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left * right + addend.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>addend - left * right.</summary>
    static abstract TSelf MultiplyAddNegated(TSelf left, TSelf right, TSelf addend);

    /// <summary>The higher one; where one is NaN, <paramref name="right"/>.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The lower one; where one is NaN, <paramref name="right"/>.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>1 / value of a normal number, to at least half of its bits: a step of Newton's gives them all.</summary>
    static abstract TSelf ReciprocalEstimate(TSelf value);

    /// <summary>-|value|.</summary>
    static abstract TSelf NegativeAbs(TSelf value);

    /// <summary>-value where <paramref name="by"/> has the sign of a negative number, as -0 has, and lanes of all ones.</summary>
    static abstract TSelf FlipSign(TSelf value, TSelf by);

    /// <summary>left / right of normal numbers, to about 2 ULP where that is faster than a division.</summary>
    static abstract TSelf DivideFast(TSelf left, TSelf right);

    static abstract TSelf LessThan(TSelf left, TSelf right);

    /// <summary>0 where left is less than right, and <paramref name="otherwise"/> where it is not or one is NaN.</summary>
    static abstract TSelf ZeroWhereLess(TSelf left, TSelf right, TSelf otherwise);

    /// <summary>0 where both are equal, and <paramref name="otherwise"/> where they are not or one is NaN.</summary>
    static abstract TSelf ZeroWhereEqual(TSelf left, TSelf right, TSelf otherwise);

    static abstract TSelf Equal(TSelf left, TSelf right);

    static abstract TSelf Select(TSelf mask, TSelf whereTrue, TSelf whereFalse);

    /// <summary>The lanes of even places, of left and then of right.</summary>
    static abstract TSelf Even(TSelf left, TSelf right);

    /// <summary>Those of odd places.</summary>
    static abstract TSelf Odd(TSelf left, TSelf right);

    /// <summary>One bit a lane of the mask, the first lane the lowest.</summary>
    static abstract ulong Bits(TSelf mask);

    /// <summary>2^(n / TableSteps) of an integer n, which is in the lowest bits of n + 1.5 * 2^(fraction bits).</summary>
    static abstract TSelf PowerOfTwo(TSelf magic);

    /// <summary>The same times <see cref="TableScale"/>, from a table that is rounded off less.</summary>
    static abstract TSelf ScaledPowerOfTwo(TSelf magic);

    /// <summary>Whether numbers are multiplied by powers of two in one instruction; else the next two members are not there.</summary>
    static abstract bool Scales { get; }

    /// <summary>2^(j / TableSteps - k), times <see cref="TableScale"/>, for each j of the table.</summary>
    static abstract void ScaledPowers(double k, out TSelf low, out TSelf high);

    /// <summary>
    /// What a table has for the lowest bits of <paramref name="magic"/>, times 2^floor(power): 0 where that is less than half of the least number that
    /// there is, infinity where it is more than the greatest.
    /// </summary>
    static abstract TSelf ScaledPowerOfTwo(TSelf magic, TSelf power, TSelf low, TSelf high);

    /// <summary>What the powers of <see cref="ScaledPowerOfTwo(TSelf)"/> are multiplied by.</summary>
    static abstract double TableScale { get; }

    /// <summary>The logarithm of what <see cref="PowerOfTwo"/> of the same number is to be multiplied by, as its table is rounded.</summary>
    static abstract TSelf PowerRest(TSelf magic);

    /// <summary>value = 2^exponent * result, of values from 1, with the result from sqrt(1/2) to sqrt(2).</summary>
    static abstract TSelf Decompose(TSelf value, out TSelf exponent);

    /// <summary>The sum over the lanes, added in double.</summary>
    static abstract double Sum(TSelf value);

    /// <summary>The sum over the lanes, in every lane.</summary>
    static abstract TSelf SumAcross(TSelf value);

    /// <summary>The highest lane, in every lane; where one is NaN, any.</summary>
    static abstract TSelf MaxAcross(TSelf value);

    static abstract double FirstLane(TSelf value);
}
