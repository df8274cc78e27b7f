using System;
using System.Linq;
using System.Numerics;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatAccuracyTests(ITestOutputHelper output) : AccuracyTests<float>(output);

public sealed class DoubleAccuracyTests(ITestOutputHelper output) : AccuracyTests<double>(output);

public sealed class HalfAccuracyTests(ITestOutputHelper output) : AccuracyTests<Half>(output);

/// <summary>Each kernel against the reference, within the documented bound.</summary>
public abstract class AccuracyTests<T>(ITestOutputHelper output)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void RowsOfAllKindsAndLengths()
    {
        var worst = new WorstOfRows();
        foreach (var (kind, number) in Rows.Kinds)
        {
            // Rows together take other ways than one alone: check the last of some.
            foreach (var (n, rows) in Rows.Lengths.SelectMany(n => (int[])(n <= 32 ? [1, 16] : n < 200 ? [4] : [2]), (n, rows) => (n, rows)))
                Check(Rows.Make<T>(number, n), rows, n / 2, kind, worst);
        }
        output.WriteLine($"{typeof(T).Name}: {worst}");
    }

    /// <summary>Rows that nobody chose, many of them with few values: what equal terms are rounded off adds up.</summary>
    [Fact]
    public void RowsAtRandom()
    {
        var random = new Random(77);
        var worst = new WorstOfRows();
        for (var i = 0; i < 6000; i++)
        {
            int n = random.Next(2, random.Next(4) == 0 ? 300 : 70), rows = random.Next(3) switch { 0 => 1, 1 => 5, _ => 16 };
            Check(Rows.Make<T>(Rows.AtRandom(random, n), n), rows, random.Next(n), "at random", worst);
        }
        output.WriteLine($"{typeof(T).Name}: {worst}");
    }

    [Fact]
    public void SigmoidsOfAllSizes()
    {
        var random = new Random(4);
        T[] x = [.. Enumerable.Range(0, 60_000).Select(i => T.CreateTruncating((i % 3) switch
        {
            0 => (i - 30_000) / 300.0,
            1 => 20 * (random.NextDouble() - 0.5),
            _ => Math.Exp((random.NextDouble() * 30) - 25) * (random.Next(2) == 0 ? 1 : -1),
        }))];
        var y = new T[x.Length];
        Kernels.Sigmoid<T>(x, y);
        var sigmoid = Worst(x.Length, i => Ulp.Distance(y[i], Reference.Sigmoid(Exactly(x[i]))), Accuracy.Sigmoid, "sigmoid", _ => true);
        Kernels.LogSigmoid<T>(x, y);
        var logSigmoid = Worst(x.Length, i => Ulp.Distance(y[i], Reference.LogSigmoid(Exactly(x[i]))), Accuracy.LogSigmoid, "log-sigmoid", _ => true);
        Kernels.Softplus<T>(x, y);
        var softplus = Worst(x.Length, i => Ulp.Distance(y[i], Reference.Softplus(Exactly(x[i]))), Accuracy.LogSigmoid, "softplus", _ => true);
        T[] targets = [.. x.Select(_ => T.CreateTruncating(random.Next(3) switch { 0 => 0, 1 => 1, _ => random.NextDouble() }))];
        Kernels.BinaryCrossEntropy<T>(x, targets, y);
        var binary = Worst(x.Length, i => Ulp.Distance(y[i], Reference.BinaryCrossEntropy(Exactly(x[i]), Exactly(targets[i]), 1)), Accuracy.BinaryCrossEntropy, "binary cross-entropy", _ => true);
        output.WriteLine($"{typeof(T).Name}: sigmoid {sigmoid:F2}, log-sigmoid {logSigmoid:F2}, softplus {softplus:F2}, binary cross-entropy {binary:F2}");
    }

    [Fact]
    public void EntropiesAndDivergences()
    {
        double entropy = 0, divergence = 0;
        foreach (var (kind, number) in Rows.Kinds)
        {
            foreach (var n in Rows.Lengths)
            {
                T[] x = Rows.Make<T>(number, n), z = [.. x.Select((v, i) => v + T.CreateTruncating(Math.Sin(i)))];
                var truth = new Reference(Rows.Exactly(x));
                entropy = Math.Max(entropy, Worst(2, i => Ulp.Distance(Both(x, x, (a, _, y) => Kernels.Entropy<T>(a, n, y))[i], truth.Entropy, 1), EntropyBound, $"entropy, {kind}, {n}", _ => true));
                if (kind == "masked")
                    continue;
                foreach (var other in (T[][])[z, [.. Enumerable.Reverse(z)]])
                {
                    var expected = truth.KullbackLeibler(new(Rows.Exactly(other)));
                    divergence = Math.Max(divergence, Worst(2, i => Ulp.Distance(Both(x, other, (a, b, y) => Kernels.KullbackLeibler<T>(a, b, n, y))[i], expected, 1), EntropyBound, $"divergence, {kind}, {n}", _ => true));
                }
            }
        }
        output.WriteLine($"{typeof(T).Name}: entropy {entropy:F2}, divergence {divergence:F2}");
    }

    [Fact]
    public void LogitsOfAllProbabilities()
    {
        var random = new Random(5);
        T[] p = [.. Enumerable.Range(1, 60_000).Select(i => T.CreateTruncating((i % 3) switch
        {
            0 => i / 60_001.0,
            1 => Math.Exp(-Math.Log(1 / double.CreateTruncating(T.Epsilon)) * random.NextDouble()),
            _ => 0.5 + (0.1 * (random.NextDouble() - 0.5)),
        })).Where(v => v > T.Zero && v < T.One)];
        var y = new T[p.Length];
        Kernels.Logit<T>(p, y);
        var logit = Worst(p.Length, i => Ulp.Distance(y[i], Reference.Logit(Exactly(p[i]))), Accuracy.Logit, "logit", i => Exactly(p[i]) is > 1e-300 and not 0.5);
        output.WriteLine($"{typeof(T).Name}: logit {logit:F2}");
    }

    [Theory]
    [Trait("Size", "Huge")]
    [InlineData("normal")]
    [InlineData("equal")]
    public void AMillionClasses(string kind)
    {
        var x = Rows.Make<T>(Rows.Kinds.Single(k => k.Name == kind).Number, 1 << 20);
        var truth = new Reference(Rows.Exactly(x));
        var y = new T[x.Length];
        Kernels.Softmax<T>(x, y);
        var softmax = Worst(x.Length, i => Ulp.Distance(y[i], truth.Softmax(i)), Accuracy.Softmax, "softmax", i => i % 16 == 0 && truth.Softmax(i).High >= Smallest);
        Kernels.LogSoftmax<T>(x, y);
        var logSoftmax = Worst(x.Length, i => Near(y[i], truth.LogSoftmax(i)), LogSoftmaxBound, "log-softmax", i => i % 16 == 0);
        var logSumExp = Worst(1, _ => Ulp.Distance(Kernels.LogSumExp<T>(x), truth.LogSumExp, 1), LogSumExpBound, "log-sum-exp", _ => true);
        var entropy = Worst(1, _ => Ulp.Distance(Kernels.Entropy<T>(x), truth.Entropy, 1), EntropyBound, "entropy", _ => true);
        output.WriteLine($"{typeof(T).Name}: softmax {softmax:F2}, log-softmax {logSoftmax:F2}, log-sum-exp {logSumExp:F2}, entropy {entropy:F2}");
    }

    /// <summary>The kernels of rows by what they give for the last of some, of which the others are shifted and have their numbers elsewhere.</summary>
    private static void Check(T[] x, int rows, int label, string kind, WorstOfRows worst)
    {
        var n = x.Length;
        T[] all = [.. Enumerable.Range(1 - rows, rows).SelectMany(r => x.Select((_, i) => x[(i + (n * rows) + r) % n] + T.CreateTruncating(r)))], results = new T[all.Length];
        var truth = new Reference(Rows.Exactly(x));
        Kernels.Softmax(all, n, results);
        var y = results[^n..];
        worst.Softmax = Math.Max(worst.Softmax, Worst(n, i => Ulp.Distance(y[i], truth.Softmax(i)), Accuracy.Softmax, $"softmax, {kind}, {n}", i => truth.Softmax(i).High >= Smallest));
        Kernels.LogSoftmax(all, n, results);
        y = results[^n..];
        worst.LogSoftmax = Math.Max(worst.LogSoftmax, Worst(n, i => Near(y[i], truth.LogSoftmax(i)), LogSoftmaxBound, $"log-softmax, {kind}, {n}", i => !T.IsInfinity(x[i]) && IsNormalOrZero(truth.LogSoftmax(i))));
        Kernels.LogSumExp(all, n, results);
        worst.LogSumExp = Math.Max(worst.LogSumExp, Worst(1, _ => Ulp.Distance(results[rows - 1], truth.LogSumExp, 1), LogSumExpBound, $"log-sum-exp, {kind}, {n}", _ => true));
        if (T.IsInfinity(x[label]) || !IsNormalOrZero(truth.CrossEntropy(label)))
            return;
        var labels = new int[rows];
        labels.AsSpan().Fill(label);
        Kernels.CrossEntropy<T, int>(all, n, labels, results);
        worst.CrossEntropy = Math.Max(worst.CrossEntropy, Worst(1, _ => Near(results[rows - 1], truth.CrossEntropy(label)), CrossEntropyBound, $"cross-entropy, {kind}, {n}", _ => true));
        var losses = new T[rows];
        Kernels.CrossEntropyWithGradient<T, int>(all, n, labels, losses, results);
        worst.WithGradient = Math.Max(worst.WithGradient, Worst(1, _ => Near(losses[rows - 1], truth.CrossEntropy(label)), WithGradientBound, $"cross-entropy with gradient, {kind}, {n}", _ => true));
    }

    /// <summary>The smallest normal number.</summary>
    private static double Smallest => T.Zero switch { Half => Math.ScaleB(1, -14), float => Math.ScaleB(1, -126), _ => Math.ScaleB(1, -1000) };

    private static double LogSoftmaxBound => typeof(T) == typeof(double) ? Accuracy.LogSoftmaxOfDouble : Accuracy.LogSoftmax;

    private static double CrossEntropyBound => typeof(T) == typeof(double) ? Accuracy.CrossEntropyOfDouble : Accuracy.CrossEntropy;

    private static double WithGradientBound => typeof(T) == typeof(double) ? Accuracy.CrossEntropyOfDouble : Accuracy.CrossEntropyWithGradient;

    private static double EntropyBound => typeof(T) == typeof(double) ? Accuracy.EntropyOfDouble : Accuracy.Entropy;

    private static double LogSumExpBound => typeof(T) == typeof(double) ? Accuracy.LogSumExpOfDouble : Accuracy.LogSumExp;

    private static bool IsNormalOrZero(DoubleDouble truth) => truth.High == 0 || Math.Abs(truth.High) >= Smallest;

    private delegate void Reduce(ReadOnlySpan<T> x, ReadOnlySpan<T> other, Span<T> y);

    /// <summary>Of a row alone, and as the last of some together, which take another way.</summary>
    private static T[] Both(T[] x, T[] other, Reduce kernel)
    {
        var rows = x.Length < 1000 ? 16 : 1;
        T[] alone = new T[1], together = new T[rows];
        kernel(x, other, alone);
        kernel([.. Enumerable.Repeat(x, rows).SelectMany(r => r)], [.. Enumerable.Repeat(other, rows).SelectMany(r => r)], together);
        return [alone[0], together[^1]];
    }

    private static double Exactly(T x) => double.CreateTruncating(x);

    /// <summary>In the last place of 1, if the truth is between 0.2 and 1 away from 0.</summary>
    private static double Near(T actual, DoubleDouble expected) => Ulp.Distance(actual, expected, Math.Abs(expected.High) >= 0.2 ? 1 : 0);

    private static double Worst(int count, Func<int, double> distance, double bound, string what, Func<int, bool> counts)
    {
        double worst = 0;
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (counts(i) && !(distance(i) <= worst))
                (worst, at) = (distance(i), i);
        }
        Assert.True(worst <= (typeof(T) == typeof(Half) ? Math.Min(bound, Accuracy.Half) : bound), $"{what}: {worst:F2} ULP at {at}");
        return worst;
    }

    private sealed class WorstOfRows
    {
        public double Softmax { get; set; }

        public double LogSoftmax { get; set; }

        public double LogSumExp { get; set; }

        public double CrossEntropy { get; set; }

        public double WithGradient { get; set; }

        public override string ToString()
            => FormattableString.Invariant($"softmax {this.Softmax:F2}, log-softmax {this.LogSoftmax:F2}, log-sum-exp {this.LogSumExp:F2}, cross-entropy {this.CrossEntropy:F2}, with gradient {this.WithGradient:F2}");
    }
}
