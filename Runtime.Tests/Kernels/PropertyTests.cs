using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>What holds for all rows.</summary>
public sealed class PropertyTests
{
    private static readonly Arbitrary<double[]> AnyRow =
        (from n in Gen.Choose(1, 300)
         from scale in Gen.Elements(0.01, 1.0, 10.0, 100.0)
         from offset in Gen.Elements(0.0, -20.0, 500.0, 40_000.0)
         from numbers in Gen.Choose(-1_000_000, 1_000_000).ArrayOf(n)
         select (double[])[.. numbers.Select(v => offset + (scale * v / 1_000_000))]).ToArbitrary();

    [Fact]
    public void SoftmaxSumsToOne()
        => Check(x => Math.Abs(Softmax(x).Sum() - 1) < 1e-14 && Math.Abs(Softmax(Single(x)).Sum(p => (double)p) - 1) < 1e-6);

    [Fact]
    public void SoftmaxIsFromZeroToOneInTheOrderOfTheLogits()
        => Check(x => Softmax(Single(x)) is var y && y.All(p => p is >= 0 and <= 1) && y[Kernels.ArgMax<float>(Single(x))] == y.Max());

    [Fact]
    public void SoftmaxDoesNotChangeWithAShift()
        => Check(x => Softmax(x).Zip(Softmax([.. x.Select(v => v + 16_384)]), (p, q) => Math.Abs(p - q) <= 1e-10 * p).All(ok => ok));

    [Fact]
    public void TheExponentialOfLogSoftmaxIsSoftmax()
        => Check(x => LogSoftmax(x).Select(Math.Exp).Zip(Softmax(x), (p, q) => Math.Abs(p - q) <= 1e-13 * q).All(ok => ok));

    [Fact]
    public void LogSoftmaxIsNeverPositive()
        => Check(x => LogSoftmax(x).All(v => v <= 0));

    [Fact]
    public void LogSumExpGrowsWithEveryLogit()
        => Check(x =>
        {
            var sum = Kernels.LogSumExp<double>(x);
            double[] more = [.. x];
            more[x.Length / 2] += 0.5;
            return sum >= x.Max() && sum <= x.Max() + Math.Log(x.Length) + 1e-10 && Kernels.LogSumExp<double>(more) >= sum;
        });

    [Fact]
    public void CrossEntropyIsNotNegative()
        => Check(x => Enumerable.Range(0, x.Length).All(label => Kernels.CrossEntropy<float>(Single(x), label) >= 0));

    [Fact]
    public void AGradientOfCrossEntropySumsToZero()
        => Check(x =>
        {
            var gradient = new double[x.Length];
            Kernels.CrossEntropyWithGradient<double, byte>(x, x.Length, [(byte)(x.Length / 2)], gradient);
            return Math.Abs(gradient.Sum()) < 1e-13;
        });

    [Fact]
    public void SigmoidsOfOppositeLogitsSumToOne()
        => Check(x =>
        {
            double[] p = new double[x.Length], q = new double[x.Length];
            Kernels.Sigmoid<double>(x, p);
            Kernels.Sigmoid<double>([.. x.Select(v => -v)], q);
            return p.Zip(q, (a, b) => Math.Abs(a + b - 1) < 1e-15).All(ok => ok);
        });

    private static void Check(Func<double[], bool> holds)
        => Prop.ForAll(AnyRow, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static float[] Single(double[] x) => [.. x.Select(v => (float)v)];

    private static double[] Softmax(double[] x)
    {
        var y = new double[x.Length];
        Kernels.Softmax<double>(x, y);
        return y;
    }

    private static float[] Softmax(float[] x)
    {
        var y = new float[x.Length];
        Kernels.Softmax<float>(x, y);
        return y;
    }

    private static double[] LogSoftmax(double[] x)
    {
        var y = new double[x.Length];
        Kernels.LogSoftmax<double>(x, y);
        return y;
    }
}
