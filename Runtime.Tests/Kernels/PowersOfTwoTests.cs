using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>The tables hold what they say.</summary>
public sealed class PowersOfTwoTests
{
    [Fact]
    public void TablesAreThePowers()
    {
        Assert.Equal(Enumerable.Range(0, 32).Select(j => BitConverter.SingleToInt32Bits((float)Math.Pow(2, j / 32.0)) - (j << 18)), Numbers(PowersOfTwo.FloatLow).Concat(Numbers(PowersOfTwo.FloatHigh)));
        Assert.Equal(Enumerable.Range(0, 8).Select(j => BitConverter.SingleToInt32Bits((float)Math.Pow(2, j / 8.0)) - (j << 20)), Numbers(PowersOfTwo.FloatEighths));
        Assert.Equal(Enumerable.Range(0, 16).Select(j => BitConverter.DoubleToInt64Bits(Power(j)) - ((long)j << 48)), Numbers(PowersOfTwo.DoubleLow).Concat(Numbers(PowersOfTwo.DoubleHigh)));
    }

    [Fact]
    public void ScaledTablesAreRoundedOffLess()
    {
        NearScaled(32, PowersOfTwo.FloatScale, [.. Floats([.. Numbers(PowersOfTwo.ScaledFloatLow), .. Numbers(PowersOfTwo.ScaledFloatHigh)], 18)], 2.6e-8);
        NearScaled(8, PowersOfTwo.FloatEighthScale, [.. Floats(Numbers(PowersOfTwo.ScaledFloatEighths), 20)], 2.8e-9);
        long[] doubles = [.. Numbers(PowersOfTwo.ScaledDoubleLow), .. Numbers(PowersOfTwo.ScaledDoubleHigh)];
        NearScaled(16, PowersOfTwo.DoubleScale, [.. doubles.Select((bits, j) => BitConverter.Int64BitsToDouble(bits + ((long)j << 48)))], 2e-17);
    }

    [Fact]
    public void RestsAreWhatTheTablesRoundedOff()
    {
        Near(32, j => (float)Math.Pow(2, j / 32.0), [.. Numbers(PowersOfTwo.FloatLowRests), .. Numbers(PowersOfTwo.FloatHighRests)]);
        Near(8, j => (float)Math.Pow(2, j / 8.0), Numbers(PowersOfTwo.FloatEighthRests));
        Near(16, Power, [.. Numbers(PowersOfTwo.DoubleLowRests), .. Numbers(PowersOfTwo.DoubleHighRests)]);
    }

    private static void Near(int steps, Func<int, double> table, double[] rests)
    {
        for (var j = 0; j < steps; j++)
        {
            var rest = (DoubleDouble.Log2 * j / steps) - DoubleDouble.Log(table(j));
            Assert.Equal(rest.High, rests[j], Math.Abs(rest.High) * 1e-5);
        }
    }

    private static void NearScaled(int steps, double scale, double[] table, double bound)
    {
        for (var j = 0; j < steps; j++)
            Assert.InRange(Math.Abs(((DoubleDouble.Log2 * j / steps) + DoubleDouble.Log(scale) - DoubleDouble.Log(table[j])).High), 0, bound);
    }

    private static double[] Floats(int[] bits, int place) => [.. bits.Select((b, j) => (double)BitConverter.Int32BitsToSingle(b + (j << place)))];

    private static double Power(int sixteenths) => DoubleDouble.Exp(DoubleDouble.Log2 * sixteenths / 16).High;

    private static int[] Numbers(Vector512<int> v) => [.. Enumerable.Range(0, Vector512<int>.Count).Select(i => v[i])];

    private static int[] Numbers(Vector256<int> v) => [.. Enumerable.Range(0, Vector256<int>.Count).Select(i => v[i])];

    private static long[] Numbers(Vector512<long> v) => [.. Enumerable.Range(0, Vector512<long>.Count).Select(i => v[i])];

    private static double[] Numbers(Vector512<float> v) => [.. Enumerable.Range(0, Vector512<float>.Count).Select(i => v[i])];

    private static double[] Numbers(Vector256<float> v) => [.. Enumerable.Range(0, Vector256<float>.Count).Select(i => v[i])];

    private static double[] Numbers(Vector512<double> v) => [.. Enumerable.Range(0, Vector512<double>.Count).Select(i => v[i])];
}
