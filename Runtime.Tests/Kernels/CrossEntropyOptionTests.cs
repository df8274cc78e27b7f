using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatCrossEntropyOptionTests(ITestOutputHelper output) : CrossEntropyOptionTests<float>(output);

public sealed class DoubleCrossEntropyOptionTests(ITestOutputHelper output) : CrossEntropyOptionTests<double>(output);

public sealed class HalfCrossEntropyOptionTests(ITestOutputHelper output) : CrossEntropyOptionTests<Half>(output);

/// <summary>Losses and gradients of the cross-entropies, with all that they may be told, against the reference, within the documented bounds.</summary>
public abstract class CrossEntropyOptionTests<T>(ITestOutputHelper output)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Ignored = -100;

    /// <summary>What a sum and a quotient of losses are rounded off.</summary>
    private const double Added = 1;

    /// <summary>How the targets are told: as labels, or as shares of all classes.</summary>
    public static TheoryData<string, bool, double, bool, bool> Settings => new()
    {
        { "labels", false, 0, false, false },
        { "labels, some ignored", false, 0, false, true },
        { "labels, weighted", false, 0, true, false },
        { "labels, smoothed", false, 0.1, false, false },
        { "labels, weighted and smoothed, some ignored", false, 0.3, true, true },
        { "labels, smoothed altogether", false, 1, false, false },
        { "targets", true, 0, false, false },
        { "targets, weighted", true, 0, true, false },
        { "targets, smoothed", true, 0.1, false, false },
        { "targets, weighted and smoothed", true, 0.3, true, false },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void LossesAndGradients(string name, bool isDense, double smoothing, bool isWeighted, bool ignores)
    {
        var random = new Random(31);
        var worst = new Worst();
        foreach (var n in (int[])[1, 2, 3, 10, 33, 100, 1000])
        {
            var kinds = Rows.Kinds.Concat(Enumerable.Range(0, n == 1 ? 0 : 6).Select(i => ($"at random, {i}", Rows.AtRandom(random, n))));
            foreach (var (kind, number) in kinds)
                Check(new Case(number, n, isDense, smoothing, isWeighted, ignores, random), $"{name}, {kind}, {n}", worst);
        }
        output.WriteLine($"{typeof(T).Name}: {worst}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    [InlineData(7)]
    public void BinaryLossesAndGradients(double positive)
    {
        var random = new Random(32);
        var weight = T.CreateTruncating(positive);
        T[] x = [.. Enumerable.Range(0, 20_000).Select(i => T.CreateTruncating((i % 3) switch
        {
            0 => (i - 10_000) / 500.0,
            1 => 8 * Rows.Normal(random),
            _ => Math.Exp((random.NextDouble() * 8) - 6) * (random.Next(2) == 0 ? 1 : -1),
        }))];
        T[] targets = [.. x.Select(_ => T.CreateTruncating(random.Next(4) switch { 0 => 0, 1 => 1, 2 => Math.Exp(-7 * random.NextDouble()), _ => random.NextDouble() }))];
        var truths = x.Select((v, i) => Reference.BinaryCrossEntropy(Exactly(v), Exactly(targets[i]), Exactly(weight))).ToArray();
        var slopes = x.Select((v, i) => Reference.BinaryGradient(Exactly(v), Exactly(targets[i]), Exactly(weight))).ToArray();
        var worst = new Worst();
        T[] losses = new T[x.Length], alone = new T[x.Length], gradient = new T[x.Length];
        Kernels.BinaryCrossEntropyWithGradient<T>(x, targets, losses, gradient, new() { PositiveWeight = weight });
        Kernels.BinaryCrossEntropy<T>(x, targets, alone, new() { PositiveWeight = weight });
        Assert.Equal(losses, alone);
        for (var i = 0; i < x.Length; i++)
            CheckLoss(losses[i], truths[i], $"{x[i]} with {targets[i]}");
        CheckGradient(1);
        foreach (var reduction in (Reduction[])[Reduction.Sum, Reduction.Mean])
        {
            var scale = reduction == Reduction.Mean ? (DoubleDouble)1 / x.Length : 1;
            var total = truths.Aggregate((DoubleDouble)0, (sum, loss) => sum + loss) * scale;
            var reduced = Kernels.BinaryCrossEntropyWithGradient<T>(x, targets, gradient, new BinaryCrossEntropyOptions<T> { PositiveWeight = weight, Reduction = reduction });
            CheckGradient(scale);
            if (T.IsInfinity(T.CreateTruncating(total.High)))
                Assert.Equal(T.PositiveInfinity, reduced); // A Half does not reach that far.
            else
                CheckLoss(reduced, total, $"{reduction}", Added);
        }
        output.WriteLine($"{typeof(T).Name}, {positive}: {worst}");

        void CheckLoss(T actual, DoubleDouble truth, string what, double added = 0)
        {
            var distance = Ulp.Distance(actual, truth);
            if (!(distance <= worst.Loss))
                worst.Loss = Within((positive == 1 ? Accuracy.BinaryCrossEntropy : Accuracy.WeightedBinaryCrossEntropy) + added, distance, $"loss, {what}");
        }

        void CheckGradient(DoubleDouble scale)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var (negative, taken) = slopes[i];
                var larger = Math.Max((negative * scale).High, (taken * scale).High);
                var distance = Ulp.Distance(gradient[i], (negative - taken) * scale, larger);
                if (!(distance <= worst.Gradient))
                    worst.Gradient = Within(Accuracy.BinaryCrossEntropyGradient, distance, $"gradient of {x[i]} with {targets[i]}");
            }
        }
    }

    private static void Check(Case of, string what, Worst worst)
    {
        T[] losses = new T[of.Rows], gradient = new T[of.X.Length];
        // Row by row, with the gradient and without.
        of.Losses(losses);
        CheckLosses(of.LossBound);
        losses.AsSpan().Fill(T.NaN);
        gradient.AsSpan().Fill(T.NaN);
        of.LossesWithGradient(losses, gradient);
        CheckLosses(of.WithGradientBound);
        CheckGradient(1);
        // Over it, which takes another way.
        T[] inPlace = [.. of.X];
        of.LossesInPlace(losses, inPlace);
        inPlace.CopyTo(gradient, 0);
        CheckLosses(of.WithGradientBound);
        CheckGradient(1);
        if (of.Weight == 0)
            return;
        foreach (var reduction in (Reduction[])[Reduction.Sum, Reduction.Mean])
        {
            var scale = reduction == Reduction.Mean ? 1 / of.Weight : (DoubleDouble)1;
            var (total, sums) = (of.Truths.Aggregate((DoubleDouble)0, (sum, loss) => sum + loss) * scale, of.Sums.Sum(s => s.High) * scale.High);
            CheckLoss(of.Loss(reduction), total, sums, of.LossBound + Added, $"{reduction}");
            gradient.AsSpan().Fill(T.NaN);
            CheckLoss(of.LossWithGradient(reduction, gradient), total, sums, of.WithGradientBound + Added, $"{reduction} with gradient");
            CheckGradient(scale);
        }

        void CheckLosses(double bound)
        {
            for (var r = 0; r < of.Rows; r++)
                CheckLoss(losses[r], of.Truths[r], of.Sums[r].High, bound, $"row {r}");
        }

        void CheckLoss(T actual, DoubleDouble truth, double sum, double bound, string where)
        {
            if (sum == 0 || !double.IsFinite(truth.High))
            {
                // Nothing counts, or a masked class does.
                Assert.True(actual == (sum == 0 ? T.Zero : T.PositiveInfinity), $"{what}, {where}: {actual}");
                return;
            }
            var distance = truth.High > 0 && truth.High < Smallest
                ? double.CreateTruncating(actual) is var small && small >= 0 && small <= Smallest ? 0 : double.NaN
                : Ulp.Distance(actual, truth, truth.High >= 0.2 * sum ? sum : 0);
            if (!(distance <= worst.Loss))
                worst.Loss = Within(bound, distance, $"{what}, {where}: {actual}");
        }

        void CheckGradient(DoubleDouble scale)
        {
            for (var r = 0; r < of.Rows; r++)
            {
                if (of.Sums[r].High == 0)
                    Assert.Equal(-1, gradient.AsSpan(r * of.Classes, of.Classes).IndexOfAnyExcept(T.Zero));
                for (var c = 0; c < of.Classes; c++)
                {
                    DoubleDouble alone = of.Softmax(r, c) * scale, share = alone * of.Sums[r], target = of.Targets[r][c] * scale;
                    var truth = share - target;
                    var actual = gradient[(r * of.Classes) + c];
                    // Of one right class nothing cancels: it is made of the others.
                    var larger = !of.IsPlain ? Math.Max(share.High, target.High) : -truth.High >= 0.2 * target.High ? target.High : 0;
                    var distance = target.High < Smallest && Math.Min(alone.High, share.High) < Smallest
                        ? Math.Abs(Exactly(actual)) <= 2 * Math.Max(share.High, Smallest) ? 0 : double.NaN
                        : Ulp.Distance(actual, truth, larger);
                    if (!(distance <= worst.Gradient))
                        worst.Gradient = Within(of.GradientBound, distance, $"{what}, row {r}, class {c}: {actual} instead of {truth.High}");
                }
            }
        }
    }

    /// <summary>What is below may be 0. A Half is rounded from a float, which reaches farther.</summary>
    private static double Smallest => T.Zero switch { Half => 0, float => Math.ScaleB(1, -126), _ => Math.ScaleB(1, -1000) };

    private static double Exactly(T x) => double.CreateTruncating(x);

    private static double Within(double bound, double distance, string what)
    {
        if (!(distance <= (typeof(T) == typeof(Half) ? Math.Min(bound, Accuracy.Half) : bound)))
            Assert.Fail($"{what}: {distance:F2} ULP");
        return distance;
    }

    private sealed class Worst
    {
        public double Loss { get; set; }

        public double Gradient { get; set; }

        public override string ToString() => FormattableString.Invariant($"loss {this.Loss:F2}, gradient {this.Gradient:F2}");
    }

    /// <summary>Some rows, what is right of them, and what that comes to.</summary>
    private sealed class Case
    {
        private readonly bool _isDense;
        private readonly double _smoothing;
        private readonly long? _ignore;
        private readonly int[] _labels;
        private readonly T[] _shares;
        private readonly T[] _weights;
        private readonly Reference[] _references;

        public Case(Func<int, int, double> number, int n, bool isDense, double smoothing, bool isWeighted, bool ignores, Random random)
        {
            (_isDense, _smoothing, _ignore) = (isDense, smoothing, ignores ? Ignored : null);
            this.Classes = n;
            // Rows together take other ways than one alone.
            this.Rows = n <= 10 ? 18 : n <= 100 ? 5 : 2;
            this.X = [.. Enumerable.Range(0, this.Rows).SelectMany(r =>
            {
                var row = Numerics.Rows.Make<T>(number, n);
                return row.Select((_, i) => row[(i + r) % n] + T.CreateTruncating(r));
            })];
            _weights = isWeighted ? [.. Enumerable.Range(0, n).Select(c => T.CreateTruncating(c % 5 == 3 ? 0 : 0.25 + (1.5 * random.NextDouble())))] : [];
            // Some are the highest: of those the others tell the gradient.
            _labels = [.. Enumerable.Range(0, this.Rows).Select(r => ignores && r % 3 == 1 ? Ignored : r % 2 == 0 ? Kernels.ArgMax<T>(this.X.AsSpan(r * n, n)) : random.Next(n))];
            // One row is of labels, one has none at all, and in some no masked class has a share.
            _shares = [.. Enumerable.Range(0, this.X.Length).Select(i => T.CreateTruncating((i / n) switch
            {
                1 => i % n == n / 2 ? 1 : 0,
                3 => 0,
                var r => (r % 2 == 0 && T.IsInfinity(this.X[i])) || random.Next(4) == 0 ? 0 : random.NextDouble() * 2 / n,
            }))];
            double[]? weights = isWeighted ? [.. _weights.Select(Exactly)] : null;
            this.Targets = [.. Enumerable.Range(0, this.Rows).Select(r =>
            {
                double[] shares = isDense ? [.. _shares[(r * n)..((r + 1) * n)].Select(Exactly)] : [.. Enumerable.Range(0, n).Select(c => c == _labels[r] ? 1.0 : 0)];
                return !isDense && _labels[r] == Ignored ? new DoubleDouble[n] : Reference.Targets(shares, weights, smoothing);
            })];
            this.Sums = [.. this.Targets.Select(row => row.Aggregate((DoubleDouble)0, (sum, t) => sum + t))];
            _references = [.. Enumerable.Range(0, this.Rows).Select(r => new Reference(Numerics.Rows.Exactly(this.X[(r * n)..((r + 1) * n)])))];
            this.Truths = [.. _references.Select((row, r) => row.CrossEntropy(this.Targets[r]))];
            this.Weight = isDense ? this.Rows : _labels.Where(l => l != Ignored).Sum(l => weights?[l] ?? 1);
            this.IsPlain = !isDense && !isWeighted && smoothing == 0;
            (this.LossBound, this.WithGradientBound, this.GradientBound) = (this.IsPlain, typeof(T) == typeof(double)) switch
            {
                (true, true) => (Accuracy.CrossEntropyOfDouble, Accuracy.CrossEntropyOfDouble, Accuracy.CrossEntropyGradient),
                (true, _) => (Accuracy.CrossEntropy, Accuracy.CrossEntropyWithGradient, Accuracy.CrossEntropyGradient),
                (_, true) => (Accuracy.CrossEntropyOfTargetsOfDouble, Accuracy.CrossEntropyOfTargetsOfDouble, Accuracy.CrossEntropyGradientOfTargets),
                _ => (Accuracy.CrossEntropyOfTargets, Accuracy.CrossEntropyOfTargets, Accuracy.CrossEntropyGradientOfTargets),
            };
        }

        public int Rows { get; }

        public int Classes { get; }

        public T[] X { get; }

        /// <summary>What each class of each row weighs, with all that was told.</summary>
        public DoubleDouble[][] Targets { get; }

        public DoubleDouble[] Sums { get; }

        /// <summary>The loss of each row.</summary>
        public DoubleDouble[] Truths { get; }

        /// <summary>What a mean is divided by.</summary>
        public double Weight { get; }

        /// <summary>Whether each row has one class that is right, and no weight.</summary>
        public bool IsPlain { get; }

        public double LossBound { get; }

        public double WithGradientBound { get; }

        public double GradientBound { get; }

        public DoubleDouble Softmax(int row, int c) => _references[row].Softmax(c);

        public void Losses(T[] losses)
        {
            if (_isDense)
                Kernels.CrossEntropy<T>(this.X, this.Classes, _shares, losses, Options(default));
            else
                Kernels.CrossEntropy<T, int>(this.X, this.Classes, _labels, losses, Options(default));
        }

        public void LossesWithGradient(T[] losses, T[] gradient) => LossesWithGradient(this.X, losses, gradient);

        public void LossesInPlace(T[] losses, T[] x) => LossesWithGradient(x, losses, x);

        public T Loss(Reduction reduction)
            => _isDense
                ? Kernels.CrossEntropy<T>(this.X, this.Classes, _shares, Options(reduction))
                : Kernels.CrossEntropy<T, int>(this.X, this.Classes, _labels, Options(reduction));

        public T LossWithGradient(Reduction reduction, T[] gradient)
            => _isDense
                ? Kernels.CrossEntropyWithGradient<T>(this.X, this.Classes, _shares, gradient, Options(reduction))
                : Kernels.CrossEntropyWithGradient<T, int>(this.X, this.Classes, _labels, gradient, Options(reduction));

        private void LossesWithGradient(T[] x, T[] losses, T[] gradient)
        {
            if (_isDense)
                Kernels.CrossEntropyWithGradient<T>(x, this.Classes, _shares, losses, gradient, Options(default));
            else
                Kernels.CrossEntropyWithGradient<T, int>(x, this.Classes, _labels, losses, gradient, Options(default));
        }

        private CrossEntropyOptions<T> Options(Reduction reduction)
            => new() { LabelSmoothing = _smoothing, ClassWeights = _weights, IgnoreIndex = _ignore, Reduction = reduction };
    }
}
