using System;
using System.Linq;
using System.Numerics;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>What the lanes of each width do beside arithmetic, against the same lane by lane.</summary>
public sealed class LanesTests
{
    [Fact]
    public void OneNumber()
    {
        CheckAll<LanesScalar<float>, float>();
        CheckAll<LanesScalar<double>, double>();
    }

    [Fact]
    public void Of128Bits()
    {
        CheckWithPair<Lanes128<float>, float>(Lanes128<float>.IsSupported);
        CheckWithPair<Lanes128<double>, double>(Lanes128<double>.IsSupported);
    }

    [Fact]
    public void Of256Bits()
    {
        CheckWithPair<Lanes256<float>, float>(Lanes256<float>.IsSupported);
        CheckWithPair<Lanes256<double>, double>(Lanes256<double>.IsSupported);
    }

    [Fact]
    public void Of512Bits()
    {
        CheckWithPair<Lanes512<float>, float>(Lanes512<float>.IsSupported);
        CheckWithPair<Lanes512<double>, double>(Lanes512<double>.IsSupported);
    }

    private static void CheckWithPair<TLanes, TNumber>(bool isSupported)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (!isSupported)
            return;
        CheckAll<TLanes, TNumber>();
        CheckAll<LanesPair<TLanes, TNumber>, TNumber>();
    }

    private static unsafe void CheckAll<TLanes, TNumber>()
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int lanes = TLanes.Count, length = 7;
        var random = new Random(6);
        TNumber[] x = Numbers(lanes * length), y = Numbers(lanes);
        y[0] = x[0];
        fixed (TNumber* p = x, q = y)
        {
            TLanes a = TLanes.Load(p), b = TLanes.Load(q);
            Same(i => x[i], a);
            Same(i => TNumber.IsNegative(y[i]) ? -x[i] : x[i], TLanes.FlipSign(a, b));
            Same(i => x[i] == y[i] ? TNumber.Zero : x[i], TLanes.ZeroWhereEqual(a, b, a));
            Same(i => x[i] < y[i] ? TNumber.Zero : x[i], TLanes.ZeroWhereLess(a, b, a));
            Same(i => x[i] < y[i] ? x[i] : y[i], TLanes.Select(TLanes.LessThan(a, b), a, b));
            Same(_ => x[..lanes].Max(), TLanes.MaxAcross(a));
            float[] singles = [.. Enumerable.Range(0, lanes).Select(i => (i + 1) / 3f)], rounded = new float[lanes];
            fixed (float* s = singles, t = rounded)
            {
                Same(i => TNumber.CreateTruncating(singles[i]), TLanes.LoadSingles(s));
                TLanes.StoreSingles(a, t);
            }
            Assert.Equal(x[..lanes].Select(float.CreateTruncating), rounded);
            if (lanes > 1)
            {
                Same(i => i < lanes / 2 ? x[2 * i] : y[(2 * i) - lanes], TLanes.Even(a, b));
                Same(i => i < lanes / 2 ? x[(2 * i) + 1] : y[(2 * i) + 1 - lanes], TLanes.Odd(a, b));
            }
            Assert.Equal((ulong)Enumerable.Range(0, lanes).Sum(i => x[i] < y[i] ? 1L << i : 0), TLanes.Bits(TLanes.LessThan(a, b)));
            Assert.Equal(x[..lanes].Sum(double.CreateTruncating), TLanes.Sum(a), 1e-5);
            for (var count = 0; count <= lanes; count++)
            {
                var n = count;
                Same(i => i < n ? x[i] : y[i], TLanes.LoadMasked(p, TLanes.First(n), b));
                var written = (TNumber[])y.Clone();
                fixed (TNumber* w = written)
                    TLanes.StoreMasked(a, w, TLanes.First(n));
                Assert.Equal([.. x[..n], .. y[n..lanes]], written);
            }
            TLanes.LoadTransposed(p + 1, length, out var first, out var second, out var third, out var fourth);
            Same(i => x[(i * length) + 1], first);
            Same(i => x[(i * length) + 2], second);
            Same(i => x[(i * length) + 3], third);
            Same(i => x[(i * length) + 4], fourth);
            var quotients = new double[lanes];
            fixed (double* d = quotients)
                TLanes.StoreQuotients(a, TLanes.Load(p + lanes), b, TLanes.Load(p + (2 * lanes)), d);
            for (var i = 0; i < lanes; i++)
            {
                var exactly = (Exactly(x[i]) + Exactly(x[lanes + i])) / (Exactly(y[i]) + Exactly(x[(2 * lanes) + i]));
                Assert.Equal(1, quotients[i] / exactly, typeof(TNumber) == typeof(float) ? 1e-12 : 1e-15);
            }
            var shares = Numbers<TLanes, TNumber>(TLanes.DivideFast(a, b));
            for (var i = 0; i < lanes; i++)
                Assert.True(Ulp.Distance(shares[i], (DoubleDouble)Exactly(x[i]) / Exactly(y[i])) <= 2);
        }

        // Far from 0, of either sign, the parts of a sum with the same.
        TNumber[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => TNumber.CreateTruncating((1 + random.NextDouble()) * (count > lanes || random.Next(2) == 0 ? 1 : -1) * (count > lanes ? 1 : 3)))];

        void Same(Func<int, TNumber> expected, TLanes actual) => Assert.Equal(Enumerable.Range(0, lanes).Select(expected), Numbers<TLanes, TNumber>(actual));
    }

    private static double Exactly<TNumber>(TNumber x)
        where TNumber : IBinaryFloatingPointIeee754<TNumber>
        => double.CreateTruncating(x);

    private static unsafe TNumber[] Numbers<TLanes, TNumber>(TLanes lanes)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var numbers = new TNumber[TLanes.Count];
        fixed (TNumber* p = numbers)
            TLanes.Store(lanes, p);
        return numbers;
    }
}
