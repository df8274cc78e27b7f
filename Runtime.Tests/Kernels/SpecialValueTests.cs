using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatSpecialValueTests : SpecialValueTests<float>;

public sealed class DoubleSpecialValueTests : SpecialValueTests<double>;

public sealed class HalfSpecialValueTests : SpecialValueTests<Half>;

/// <summary>What the kernels promise of infinities, NaN, empty spans, one class and extreme numbers; alone, and hidden in rows of all lengths.</summary>
public abstract class SpecialValueTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static T Infinity => T.PositiveInfinity;

    private static T Masked => T.NegativeInfinity;

    public static TheoryData<int> Lengths => [1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 64, 65, 100, 257, 1000, 5000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AMaskedClassHasNothing(int n)
    {
        var x = Row(n + 1, i => i == n / 2 ? Masked : Number(i % 5));
        Assert.Equal(T.Zero, Softmax(x)[n / 2]);
        Assert.True(T.IsPositive(Softmax(x)[n / 2]));
        Assert.Equal(Masked, LogSoftmax(x)[n / 2]);
        Assert.Equal(T.Zero, Gradient(x, n / 2 == 0 ? n : 0)[n / 2]);
        Assert.Equal(Infinity, Kernels.CrossEntropy<T>(x, n / 2));
        // It is as if it were not there.
        T[] rest = [.. x.Where(v => v != Masked)];
        Close([Kernels.LogSumExp<T>(rest)], [Kernels.LogSumExp<T>(x)]);
        CloseToOne(Kernels.Entropy<T>(rest), Kernels.Entropy<T>(x));
        var other = Backwards(rest);
        CloseToOne(Kernels.KullbackLeibler<T>(rest, other), Kernels.KullbackLeibler<T>(x, [.. other[..(n / 2)], Masked, .. other[(n / 2)..]]));
        Assert.True(T.IsFinite(Kernels.KullbackLeibler<T>(x, Row(n + 1, _ => T.One))));
        Assert.Equal(Infinity, Kernels.KullbackLeibler<T>(Row(n + 1, _ => T.One), x));
    }

    /// <summary>A row does not show in the others, whatever is in it, and is what it is alone.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(60_000)]
    [InlineData(-60_000)]
    [InlineData(70)]
    [InlineData(-70)]
    [InlineData(0.01)]
    public void RowsTogetherGiveWhatEachGives(double special)
    {
        for (var n = 1; n <= 33; n++)
        {
            foreach (var rows in (int[])[16, 70])
            {
                // All of one row, and one number of another.
                var x = new T[rows * n];
                for (var i = 0; i < x.Length; i++)
                    x[i] = i / n == rows / 3 || i == (rows - 1) * n ? T.CreateTruncating(special) : Number((i * 7 % 11) - 5);
                T[] softmax = new T[x.Length], logSoftmax = new T[x.Length], logSumExp = new T[rows], losses = new T[rows], gradient = new T[x.Length];
                T[] entropies = new T[rows], divergences = new T[rows], other = Backwards(x);
                int[] labels = [.. Enumerable.Range(0, rows).Select(r => r % n)];
                Kernels.Softmax<T>(x, n, softmax);
                Kernels.LogSoftmax<T>(x, n, logSoftmax);
                Kernels.LogSumExp<T>(x, n, logSumExp);
                Kernels.CrossEntropy<T, int>(x, n, labels, losses);
                Kernels.CrossEntropyWithGradient<T, int>(x, n, labels, gradient, new() { Reduction = Reduction.Sum });
                Kernels.Entropy<T>(x, n, entropies);
                Kernels.KullbackLeibler<T>(x, other, n, divergences);
                for (var r = 0; r < rows; r++)
                {
                    var row = x[(r * n)..((r + 1) * n)];
                    CloseToOne(Kernels.Entropy<T>(row), entropies[r]);
                    CloseToOne(Kernels.KullbackLeibler<T>(row, other[(r * n)..((r + 1) * n)]), divergences[r]);
                    Close(Softmax(row), softmax[(r * n)..((r + 1) * n)]);
                    Close(LogSoftmax(row), logSoftmax[(r * n)..((r + 1) * n)]);
                    Close([Kernels.LogSumExp<T>(row)], logSumExp[r..(r + 1)]);
                    Close([Kernels.CrossEntropy<T>(row, labels[r])], losses[r..(r + 1)]);
                    Close(Gradient(row, labels[r]), gradient[(r * n)..((r + 1) * n)]);
                }
                Kernels.Softmax<T>(x, n, x);
                Close(softmax, x);
            }
        }
    }

    /// <summary>Masks that are numbers, also such as leave only numbers that have lost bits, in the middle of some of the rows.</summary>
    [Theory]
    [InlineData(-60)]
    [InlineData(-90)]
    [InlineData(-100)]
    [InlineData(-146)]
    [InlineData(-1000)]
    [InlineData(-1e9)]
    [InlineData(-1e30)]
    [InlineData(double.NegativeInfinity)]
    public void LongRowsAreAsWithoutWhatIsMasked(double mask)
    {
        foreach (var n in (int[])[40, 100, 1000, 3000])
        {
            const int rows = 21;
            var masked = T.CreateTruncating(mask);
            var x = Row(rows * n, i => i / n % 3 == 1 && i % n >= n / 3 && i % n < n / 2 ? masked : Number((i * 7 % 11) - 5));
            T[] softmax = new T[x.Length], logSumExp = new T[rows], gradient = new T[x.Length];
            Kernels.Softmax<T>(x, n, softmax);
            Kernels.LogSumExp<T>(x, n, logSumExp);
            Kernels.CrossEntropyWithGradient<T, int>(x, n, new int[rows], gradient, new() { Reduction = Reduction.Sum });
            for (var r = 0; r < rows; r++)
            {
                bool[] counts = [.. x[(r * n)..((r + 1) * n)].Select(v => v != masked)];
                T[] rest = [.. x[(r * n)..((r + 1) * n)].Where(v => v != masked)];
                Close(Softmax(rest), Kept(softmax));
                Close([Kernels.LogSumExp<T>(rest)], logSumExp[r..(r + 1)]);
                Close(Gradient(rest, 0), Kept(gradient));
                foreach (var least in Masked(softmax).Concat(Masked(gradient)))
                    Assert.InRange(double.CreateTruncating(least), 0, mask < -87 && typeof(T) != typeof(double) ? 0 : 1e-25);

                IEnumerable<T> Masked(T[] of) => of[(r * n)..((r + 1) * n)].Where((_, i) => !counts[i]);
                T[] Kept(T[] of) => [.. of[(r * n)..((r + 1) * n)].Where((_, i) => counts[i])];
            }
        }
    }

    /// <summary>Each row is what it is alone, however far its maximum is from that of the row before; also its gradient as one of many.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    [InlineData(27.5)]
    [InlineData(43)]
    [InlineData(84)]
    public void MaximaMayJump(double step)
    {
        foreach (var n in (int[])[20, 40, 100, 1000, 3000])
        {
            const int rows = 40;
            var x = Row(rows * n, i => Number((i / n % 3 * step) + (i * 7 % 11 * 0.3) - 3));
            T[] softmax = new T[x.Length], gradient = new T[x.Length], logSumExp = new T[rows];
            Kernels.Softmax<T>(x, n, softmax);
            Kernels.LogSumExp<T>(x, n, logSumExp);
            Kernels.CrossEntropyWithGradient<T, int>(x, n, new int[rows], gradient);
            for (var r = 0; r < rows; r++)
            {
                var row = x[(r * n)..((r + 1) * n)];
                var alone = Softmax(row);
                Close(alone, softmax[(r * n)..((r + 1) * n)]);
                Close([Kernels.LogSumExp<T>(row)], logSumExp[r..(r + 1)]);
                if (typeof(T) != typeof(Half))
                    Close([.. alone[1..].Select(p => p / Number(rows))], gradient[((r * n) + 1)..((r + 1) * n)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ARowThatIsMaskedAltogetherHasNoDistribution(int n)
    {
        var x = Row(n, _ => Masked);
        AllNaN(Softmax(x));
        AllNaN(LogSoftmax(x));
        Assert.Equal(Masked, Kernels.LogSumExp<T>(x));
        Assert.True(T.IsNaN(Kernels.CrossEntropy<T>(x, 0)));
        AllNaN(Gradient(x, 0));
        AllNaN(Gradient(x, n - 1));
        HasNoDistribution(x);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void PositiveInfinityTakesTheRow(int n)
    {
        var x = Row(n, i => i == n / 3 ? Infinity : Number(i % 5));
        AllNaN(Softmax(x));
        AllNaN(LogSoftmax(x));
        Assert.Equal(Infinity, Kernels.LogSumExp<T>(x));
        Assert.True(T.IsNaN(Kernels.CrossEntropy<T>(x, n - 1)));
        AllNaN(Gradient(x, n - 1));
        HasNoDistribution(x);
        Assert.Equal(n / 3, Kernels.ArgMax<T>(x));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void NaNTakesTheRow(int n)
    {
        foreach (var other in (T[])[T.One, Infinity, Masked])
        {
            var x = Row(n, i => i == n - 1 ? T.NaN : i == 0 ? other : Number(i % 5));
            AllNaN(Softmax(x));
            AllNaN(LogSoftmax(x));
            Assert.True(T.IsNaN(Kernels.LogSumExp<T>(x)));
            Assert.True(T.IsNaN(Kernels.CrossEntropy<T>(x, 0)));
            AllNaN(Gradient(x, n - 1));
            HasNoDistribution(x);
            Assert.Equal(n - 1, Kernels.ArgMax<T>(x));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void OneFiniteClassHasAll(int n)
    {
        foreach (var value in (double[])[0, 1, -1, 0.1, 3.7, 41, -77.3, 1000, -1000, 12345, -60_000])
        {
            var x = Row(n, i => i == n / 2 ? Number(value) : Masked);
            Assert.Equal(Row(n, i => i == n / 2 ? T.One : T.Zero), Softmax(x));
            Assert.Equal(Row(n, i => i == n / 2 ? T.Zero : Masked), LogSoftmax(x));
            Assert.Equal(x[n / 2], Kernels.LogSumExp<T>(x));
            Assert.Equal(T.Zero, Kernels.CrossEntropy<T>(x, n / 2));
            Assert.Equal(T.Zero, Kernels.Entropy<T>(x));
            Assert.Equal(T.Zero, Kernels.KullbackLeibler<T>(x, x));
            Assert.All(Gradient(x, n / 2), g => Assert.Equal(T.Zero, g));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ADominantClassKeepsWhatIsLeftToIt(int n)
    {
        if (typeof(T) == typeof(Half))
            return; // 2.06e-9 is no Half.
        // The two in the same lane and in different ones.
        for (var distance = 1; distance < n; distance = (distance * 2) + (distance % 3))
        {
            var x = Row(n, i => i == 0 ? T.Zero : i == distance ? Number(-20) : Masked);
            var expected = Reference.LogSigmoid(20);
            var entropy = -expected + (20 * Reference.Sigmoid(-20));
            Assert.InRange(Ulp.Distance(Kernels.Entropy<T>(x), entropy), 0, 2 * Accuracy.LogSoftmax);
            Assert.InRange(Ulp.Distance(LogSoftmax(x)[0], expected), 0, Accuracy.LogSoftmax);
            Assert.InRange(Ulp.Distance(Kernels.CrossEntropy<T>(x, 0), -expected), 0, Accuracy.CrossEntropy);
            Assert.InRange(Ulp.Distance(Gradient(x, 0)[0], -Reference.Sigmoid(-20)), 0, Accuracy.Softmax);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ExtremeNumbersAreAsTheirShiftedRow(int n)
    {
        double[] offsets = typeof(T) == typeof(Half) ? [1000, -1000, 65_000, -65_000] : [1000, -1000, 65_000, 1 << 20, -(1 << 20)];
        foreach (var offset in offsets)
        {
            // Steps that the type still tells apart at the offset.
            var step = Math.Max(1, Ulp.Of<T>(offset));
            var near = Row(n, i => Number(step * (i % 6)));
            var far = Row(n, i => Number(offset + (step * (i % 6))));
            Close(Softmax(near), Softmax(far));
            Close(LogSoftmax(near), LogSoftmax(far));
            CloseToOne(Kernels.Entropy<T>(near), Kernels.Entropy<T>(far));
            CloseToOne(Kernels.KullbackLeibler<T>(near, Backwards(near)), Kernels.KullbackLeibler<T>(far, Backwards(near)));
        }
        var largest = Row(n, i => i % 2 == 0 ? T.CreateTruncating(0.9) * MaxValue : -MaxValue);
        var winners = (n + 1) / 2;
        Assert.All(Softmax(largest).Where((_, i) => i % 2 == 0), p => Assert.InRange(Ulp.Distance(p, 1.0 / winners), 0, Accuracy.Softmax));
        Assert.All(Softmax(largest).Where((_, i) => i % 2 == 1), p => Assert.Equal(T.Zero, p));
        Assert.Equal(largest[0], Kernels.LogSumExp<T>(largest));
        CloseToOne(Number(Math.Log(winners)), Kernels.Entropy<T>(largest));
        Assert.Equal(T.Zero, Kernels.KullbackLeibler<T>(largest, largest));
    }

    [Fact]
    public void NoClassesAreAnErrorAndNoRowsNothing()
    {
        Assert.Throws<ArgumentException>(() => Kernels.Softmax<T>([], []));
        Assert.Throws<ArgumentException>(() => Kernels.LogSoftmax<T>([], []));
        Assert.Throws<ArgumentException>(() => Kernels.LogSumExp<T>([]));
        Assert.Throws<ArgumentException>(() => Kernels.CrossEntropy<T>([], 0));
        Assert.Throws<ArgumentException>(() => Kernels.ArgMax<T>([]));
        Kernels.Softmax<T>([], 3, []);
        Kernels.LogSoftmax<T>([], 3, []);
        Kernels.LogSumExp<T>([], 3, []);
        Kernels.ArgMax<T>([], 3, []);
        Kernels.Sigmoid<T>([], []);
        Assert.True(T.IsNaN(Kernels.CrossEntropy<T, int>([], 3, [])));
    }

    [Fact]
    public void TheSigmoidFamilyAtItsEnds()
    {
        T[] x = [Infinity, Masked, T.NaN, T.Zero, T.NegativeZero, MaxValue, -MaxValue];
        Assert.Equal([T.One, T.Zero, T.NaN, Half2, Half2, T.One, T.Zero], Map(x, Kernels.Sigmoid));
        Assert.Equal([T.Zero, Masked, T.NaN, -Log2, -Log2, T.Zero, -MaxValue], Map(x, Kernels.LogSigmoid));
        Assert.Equal([Infinity, T.Zero, T.NaN, Log2, Log2, MaxValue, T.Zero], Map(x, Kernels.Softplus));
    }

    [Fact]
    public void SubnormalResultsAreNotFlushed()
    {
        var x = T.Zero switch { Half => Number(-16), float => Number(-100), _ => Number(-740) };
        var expected = Math.Exp(double.CreateTruncating(x));
        Assert.InRange(Ulp.Distance(Map([x], Kernels.Sigmoid)[0], expected), 0, 1);
        Assert.InRange(Ulp.Distance(Map([-x], Kernels.LogSigmoid)[0], -expected), 0, 1);
        Assert.InRange(Ulp.Distance(Map([x], Kernels.Softplus)[0], expected), 0, 1);
    }

    [Fact]
    public void BinaryCrossEntropyAtInfinityAgreesOrNot()
    {
        T[] x = [Infinity, Infinity, Masked, Masked, Infinity, T.NaN], t = [T.One, T.Zero, T.Zero, T.One, Half2, T.One];
        T[] losses = new T[6], gradient = new T[6];
        Kernels.BinaryCrossEntropyWithGradient<T>(x, t, losses, gradient);
        Assert.Equal([T.Zero, Infinity, T.Zero, Infinity, Infinity, T.NaN], losses);
        Assert.Equal([T.Zero, T.One, T.Zero, -T.One, Half2, T.NaN], gradient);
    }

    [Fact]
    public void BinaryCrossEntropyAtZeroKnowsNoSign()
    {
        T[] x = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? T.Zero : T.NegativeZero)], t = [.. x.Select(_ => T.One)];
        T[] losses = new T[x.Length], gradient = new T[x.Length];
        Kernels.BinaryCrossEntropyWithGradient<T>(x, t, losses, gradient);
        Assert.All(losses, loss => Assert.Equal(Log2, loss));
        Assert.All(gradient, slope => Assert.Equal(-Half2, slope));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void TheFirstMaximumWins(int n)
    {
        Assert.Equal(0, Kernels.ArgMax<T>(Row(n, _ => T.One)));
        Assert.Equal(0, Kernels.ArgMax<T>(Row(n, _ => Masked)));
        Assert.Equal(n - 1, Kernels.ArgMax<T>(Row(n, i => Number(i == n - 1 ? 6 : i % 6))));
        Assert.Equal(n / 2, Kernels.ArgMax<T>(Row(n, i => Number(i >= n / 2 ? 6 : i % 6))));
        Assert.Equal(0, Kernels.ArgMax<T>(Row(n, i => i == 0 ? T.NegativeZero : T.Zero)));
    }

    private static T MaxValue => T.Zero switch { Half => T.CreateTruncating(Half.MaxValue), float => T.CreateTruncating(3e38f), _ => T.CreateTruncating(1e308) };

    private static T Half2 => T.CreateTruncating(0.5);

    private static T Log2 => T.CreateTruncating(Math.Log(2));

    private static T Number(double value) => T.CreateTruncating(value);

    private static T[] Row(int n, Func<int, T> number) => [.. Enumerable.Range(0, n).Select(number)];

    private static T[] Softmax(T[] x)
    {
        T[] y = new T[x.Length], inPlace = [.. x];
        Kernels.Softmax<T>(x, y);
        Kernels.Softmax<T>(inPlace, inPlace);
        Close(y, inPlace);
        return y;
    }

    private static T[] LogSoftmax(T[] x)
    {
        T[] y = new T[x.Length], inPlace = [.. x];
        Kernels.LogSoftmax<T>(x, y);
        Kernels.LogSoftmax<T>(inPlace, inPlace);
        Close(y, inPlace);
        return y;
    }

    private static T[] Gradient(T[] x, int label)
    {
        T[] y = new T[x.Length], inPlace = [.. x];
        var loss = Kernels.CrossEntropyWithGradient<T, int>(x, x.Length, [label], y);
        Assert.Equal(loss, Kernels.CrossEntropyWithGradient<T, int>(inPlace, x.Length, [label], inPlace));
        // With the gradient it is of the terms as they are stored.
        Close([loss], [Kernels.CrossEntropy<T>(x, label)]);
        Close(y, inPlace);
        return y;
    }

    private delegate void Elementwise(ReadOnlySpan<T> x, Span<T> y);

    /// <summary>What the numbers give, as few, and as many, which take another way.</summary>
    private static T[] Map(T[] x, Elementwise map)
    {
        T[] y = new T[x.Length], many = [.. Enumerable.Repeat(x, 300 / x.Length).SelectMany(row => row)];
        map(x, y);
        map(many, many);
        Assert.Equal([.. Enumerable.Repeat(y, 300 / x.Length).SelectMany(row => row)], many);
        return y;
    }

    private static void AllNaN(T[] values) => Assert.All(values, v => Assert.True(T.IsNaN(v), $"{v}"));

    /// <summary>A row that makes entropy and divergence, on whichever side, NaN.</summary>
    private static void HasNoDistribution(T[] x)
    {
        var other = Row(x.Length, i => Number(i % 4));
        Assert.True(T.IsNaN(Kernels.Entropy<T>(x)));
        Assert.True(T.IsNaN(Kernels.KullbackLeibler<T>(x, other)));
        Assert.True(T.IsNaN(Kernels.KullbackLeibler<T>(other, x)));
    }

    private static T[] Backwards(T[] x) => [.. Enumerable.Reverse(x)];

    /// <summary>Equal but for the rounding of two ways to the same, whose parts are as large as 1.</summary>
    private static void CloseToOne(T expected, T actual)
    {
        if (!expected.Equals(actual))
            Assert.InRange(Ulp.Distance(actual, double.CreateTruncating(expected), 1), 0, 2 * (typeof(T) == typeof(double) ? Accuracy.EntropyOfDouble : Accuracy.Entropy));
    }

    /// <summary>Equal but for the rounding of two ways to the same.</summary>
    private static void Close(IReadOnlyList<T> expected, IReadOnlyList<T> actual)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (!expected[i].Equals(actual[i]))
                Assert.InRange(Ulp.Distance(actual[i], double.CreateTruncating(expected[i]), 1e-30), 0, 2 * Accuracy.Softmax);
        }
    }

    /// <summary>A probability that is the smallest normal number is not taken for less, whatever way the row takes.</summary>
    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 0.3f)]
    [InlineData(3, 40_000)]
    [InlineData(200, 0.3f)]
    [InlineData(200, 40_000)]
    public void TheSmallestNormalProbabilityIsNotZero(int classes, float max)
    {
        var x = new float[classes];
        x.AsSpan().Fill(float.NegativeInfinity);
        (x[0], x[1]) = (max, max - 87.33f);
        var y = new float[classes];
        Kernels.Softmax<float>(x, y);
        Assert.InRange(y[1], 1.17549435e-38f, 1.2e-38f);
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(0.5, 0)]
    [InlineData(-1e-3, double.NaN)]
    [InlineData(1.5, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void ALogitOfAnyNumber(double p, double expected)
        => AreLogits(Number(p), Number(expected));

    /// <summary>The least number above 0, which has lost bits, the numbers next to 0 and 1 outside, and those next to 1/2 and 1 inside.</summary>
    [Fact]
    public void ALogitNextToTheEnds()
    {
        AreLogits(T.Epsilon, Number(Math.Log(double.CreateTruncating(T.Epsilon))));
        AreLogits(-T.Epsilon, T.NaN);
        AreLogits(T.BitIncrement(T.One), T.NaN);
        AreLogits(T.NegativeZero, Masked);
        foreach (var p in (T[])[T.BitDecrement(T.One), T.BitDecrement(Half2), T.BitIncrement(Half2)])
            AreLogits(p, Number(Reference.Logit(double.CreateTruncating(p)).High));
    }

    /// <summary>In all lanes of any register, and in those of its rest.</summary>
    private static void AreLogits(T p, T expected)
    {
        var y = Map([p, p, p, p, p, p, p, p, p], Kernels.Logit);
        if (T.IsFinite(expected) && expected != T.Zero)
            Assert.All(y, v => Assert.InRange(Ulp.Distance(v, double.CreateTruncating(expected)), 0, Accuracy.Logit));
        else
            Assert.All(y, v => Assert.Equal(expected, v));
    }

    [Fact]
    public void TheHighestAreThoseOfASortWithTiesAndNaN()
    {
        var random = new Random(8);
        for (var n = 1; n < 150; n++)
        {
            const int rows = 3;
            var x = Row(rows * n, _ => random.Next(20) switch { 0 => T.NaN, 1 => Masked, 2 => Infinity, 3 => T.NegativeZero, 4 => T.Zero, var v => Number(v) });
            var k = random.Next(1, n + 1);
            T[] values = new T[k], allValues = new T[rows * k];
            int[] indices = new int[k], allIndices = new int[rows * k];
            Kernels.TopK<T>(x, n, k, allValues, allIndices);
            for (var r = 0; r < rows; r++)
            {
                var row = x[(r * n)..((r + 1) * n)];
                // A NaN is above infinity; 0 is not above -0.
                int[] expected = [.. Enumerable.Range(0, n).OrderByDescending(i => T.IsNaN(row[i])).ThenByDescending(i => row[i] == T.Zero ? 0 : double.CreateTruncating(row[i])).ThenBy(i => i).Take(k)];
                Kernels.TopK<T>(row, values, indices);
                Assert.Equal(expected, indices);
                Assert.Equal(expected.Select(i => row[i]), values);
                Assert.Equal(expected, allIndices[(r * k)..((r + 1) * k)]);
                Assert.Equal(expected.Select(i => row[i]), allValues[(r * k)..((r + 1) * k)]);
            }
        }
    }
}
