using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatOptionSpecialValueTests : OptionSpecialValueTests<float>;

public sealed class DoubleOptionSpecialValueTests : OptionSpecialValueTests<double>;

public sealed class HalfOptionSpecialValueTests : OptionSpecialValueTests<Half>;

/// <summary>What cross-entropies with options make of infinities and NaN, in a row among others that must not see it.</summary>
public abstract class OptionSpecialValueTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rows = 5, Special = 2, Ignored = -1;

    private static T Infinity => T.PositiveInfinity;

    private static T Masked => T.NegativeInfinity;

    /// <summary>Class counts, what is smoothed, and whether classes have weights.</summary>
    public static TheoryData<int, double, bool> Settings
    {
        get
        {
            var data = new TheoryData<int, double, bool>();
            foreach (var n in (int[])[2, 3, 7, 10, 16, 17, 33, 100, 1000])
            {
                foreach (var smoothing in (double[])[0, 0.25])
                {
                    data.Add(n, smoothing, false);
                    data.Add(n, smoothing, true);
                }
            }
            return data;
        }
    }

    /// <summary>A masked class counts for nothing where it has no share of the target, and makes the loss infinite where it has one.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void AMaskedClassCountsByItsShare(int n, double smoothing, bool isWeighted)
    {
        foreach (var masked in (int[])[0, n / 2, n - 1])
        {
            var weights = Weights(n, isWeighted);
            var x = Numbers(n);
            x[(Special * n) + masked] = Masked;
            foreach (var share in (double[])[0, 0.125, 1])
            {
                var shares = Shares(n);
                shares[(Special * n) + masked] = Number(share);
                Check(x, n, new() { Shares = shares, Weights = weights, Smoothing = smoothing });
                if (isWeighted)
                {
                    // What weighs nothing has no share, either.
                    T[] without = [.. weights];
                    without[masked] = T.Zero;
                    Check(x, n, new() { Shares = shares, Weights = without, Smoothing = smoothing });
                }
            }
            foreach (var label in (int[])[masked, (masked + 1) % n])
                Check(x, n, new() { Labels = Labels(n, label), Weights = weights, Smoothing = smoothing });
        }
    }

    /// <summary>There is no softmax, whatever the targets are.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void ARowWithoutADistributionHasNoLossAndNoGradient(int n, double smoothing, bool isWeighted)
    {
        var weights = Weights(n, isWeighted);
        foreach (var special in (T[])[Infinity, T.NaN, Masked])
        {
            foreach (var at in (int[])[0, n / 2, n - 1])
            {
                var x = Numbers(n);
                if (special == Masked)
                    x.AsSpan(Special * n, n).Fill(special);
                else
                    x[(Special * n) + at] = special;
                foreach (var share in (double[])[0, 1])
                {
                    var shares = Shares(n);
                    shares[(Special * n) + at] = Number(share);
                    Check(x, n, new() { Shares = shares, Weights = weights, Smoothing = smoothing });
                }
                foreach (var label in (int[])[at, (at + 1) % n])
                    Check(x, n, new() { Labels = Labels(n, label), Weights = weights, Smoothing = smoothing });
            }
        }
    }

    /// <summary>The row of an ignored label counts for nothing, whatever is in it.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void AnIgnoredRowIsNotLookedAt(int n, double smoothing, bool isWeighted)
    {
        foreach (var special in (T[])[Infinity, T.NaN, Masked, MaxValue])
        {
            foreach (var isWhole in (bool[])[true, false])
            {
                var x = Numbers(n);
                x.AsSpan(Special * n, isWhole ? n : 1).Fill(special);
                var labels = Labels(n, Ignored);
                Check(x, n, new() { Labels = labels, Weights = Weights(n, isWeighted), Smoothing = smoothing });
                // Nor in a sum or mean.
                var gradient = new T[x.Length];
                foreach (var reduction in (Reduction[])[Reduction.Sum, Reduction.Mean])
                {
                    var loss = Kernels.CrossEntropyWithGradient<T, int>(x, n, labels, gradient, new() { ClassWeights = Weights(n, isWeighted), LabelSmoothing = smoothing, IgnoreIndex = Ignored, Reduction = reduction });
                    Assert.True(T.IsFinite(loss));
                    Assert.True(gradient.All(T.IsFinite));
                    Assert.Equal(-1, gradient.AsSpan(Special * n, n).IndexOfAnyExcept(T.Zero));
                }
            }
        }
    }

    /// <summary>A label that weighs nothing is none to ignore: what has no softmax has no loss.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void ALabelThatWeighsNothingDoesNotHideARowWithoutADistribution(int n)
    {
        var weights = Weights(n, true);
        weights[1] = T.Zero;
        foreach (var special in (T[])[Infinity, T.NaN, Masked])
        {
            var x = Numbers(n);
            x.AsSpan(Special * n, n).Fill(special);
            Check(x, n, new() { Labels = Labels(n, 1), Weights = weights });
        }
    }

    /// <summary>Nor do targets that are all 0.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void NoTargetsDoNotHideARowWithoutADistribution(int n)
    {
        var shares = Shares(n);
        shares.AsSpan(Special * n, n).Clear();
        foreach (var special in (T[])[Infinity, T.NaN, Masked])
        {
            var x = Numbers(n);
            x.AsSpan(Special * n, n).Fill(special);
            Check(x, n, new() { Shares = shares });
        }
        // Of a row that has one they take nothing.
        Check(Numbers(n), n, new() { Shares = shares });
    }

    /// <summary>If all rows are ignored their sum is 0, and their mean that of nothing.</summary>
    [Fact]
    public void OfIgnoredRowsAloneThereIsNoMean()
    {
        T[] x = Numbers(4), gradient = [.. x];
        int[] labels = [Ignored, Ignored, Ignored, Ignored, Ignored];
        foreach (var smoothing in (double[])[0, 0.25])
        {
            Assert.Equal(T.Zero, Kernels.CrossEntropyWithGradient<T, int>(x, 4, labels, gradient, new() { LabelSmoothing = smoothing, IgnoreIndex = Ignored, Reduction = Reduction.Sum }));
            Assert.All(gradient, slope => Assert.Equal(T.Zero, slope));
            gradient.AsSpan().Fill(T.One);
            Assert.True(T.IsNaN(Kernels.CrossEntropyWithGradient<T, int>(x, 4, labels, gradient, new() { LabelSmoothing = smoothing, IgnoreIndex = Ignored })));
            Assert.All(gradient, slope => Assert.Equal(T.Zero, slope));
        }
    }

    /// <summary>Nothing is an infinite logit times no target: the loss is 0 where the label agrees, and infinite where it does not, whatever that weighs.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7)]
    public void WeightedBinaryCrossEntropyAtInfinityAgreesOrNot(double positive)
    {
        var weight = Number(positive);
        var half = Number(0.5);
        (T X, T Target, T Loss, T Slope)[] cases =
        [
            (Infinity, T.One, T.Zero, T.Zero),
            (Infinity, T.Zero, Infinity, T.One),
            (Infinity, half, Infinity, half),
            (Masked, T.Zero, T.Zero, T.Zero),
            (Masked, T.One, positive == 0 ? T.Zero : Infinity, -weight),
            (Masked, half, positive == 0 ? T.Zero : Infinity, -weight * half),
            (MaxValue, T.One, T.Zero, T.Zero),
            (MaxValue, T.Zero, MaxValue, T.One),
            (-MaxValue, T.Zero, T.Zero, T.Zero),
            (-MaxValue, half, Number(double.CreateTruncating(MaxValue) / 2 * double.CreateTruncating(weight)), -weight * half),
            (T.NaN, T.One, T.NaN, T.NaN),
            (T.NaN, T.Zero, T.NaN, T.NaN),
        ];
        foreach (var times in (int[])[1, 25])
        {
            T[] x = Many(c => c.X), targets = Many(c => c.Target), losses = new T[x.Length], gradient = new T[x.Length];
            Kernels.BinaryCrossEntropy<T>(x, targets, losses, new() { PositiveWeight = weight });
            Same(Many(c => c.Loss), losses, "losses");
            Kernels.BinaryCrossEntropyWithGradient<T>(x, targets, losses, gradient, new() { PositiveWeight = weight });
            Same(Many(c => c.Loss), losses, "losses with gradient");
            Same(Many(c => c.Slope), gradient, "gradient");
            Kernels.BinaryCrossEntropyWithGradient<T>(x, targets, gradient, new BinaryCrossEntropyOptions<T> { PositiveWeight = weight, Reduction = Reduction.Sum });
            Same(Many(c => c.Slope), gradient, "gradient of the sum");

            T[] Many(Func<(T X, T Target, T Loss, T Slope), T> of) => [.. Enumerable.Repeat(cases.Select(of), times).SelectMany(row => row)];
        }
    }

    private static T MaxValue => T.Zero switch { Half => T.CreateTruncating(Half.MaxValue), float => T.CreateTruncating(3e38f), _ => T.CreateTruncating(1e308) };

    private static T Number(double value) => T.CreateTruncating(value);

    private static T[] Numbers(int n) => [.. Enumerable.Range(0, Rows * n).Select(i => Number((i * 7 % 11) - 5))];

    private static T[] Shares(int n) => [.. Enumerable.Range(0, Rows * n).Select(i => Number(i % 3 / (double)n))];

    private static int[] Labels(int n, int special) => [.. Enumerable.Range(0, Rows).Select(r => r == Special ? special : r * 5 % n)];

    private static T[] Weights(int n, bool isWeighted) => isWeighted ? [.. Enumerable.Range(0, n).Select(c => Number(0.5 + (c % 3)))] : [];

    /// <summary>Losses and gradient, row by row and reduced, against what the definition says where no product of 0 counts.</summary>
    private static void Check(T[] x, int n, Told told)
    {
        var isIgnored = Enumerable.Range(0, Rows).Select(r => told.Labels.Length > 0 && told.Labels[r] == Ignored).ToArray();
        var targets = Enumerable.Range(0, Rows).Select(r => told.Targets(r, n)).ToArray();
        var references = Enumerable.Range(0, Rows).Select(r => x[(r * n)..((r + 1) * n)]).Select(row => HasSoftmax(row) ? new Reference([.. row.Select(Exactly)]) : null).ToArray();
        var truths = Enumerable.Range(0, Rows).Select(r => isIgnored[r] ? 0 : references[r]?.CrossEntropy(targets[r]).High ?? double.NaN).ToArray();
        T[] losses = new T[Rows], gradient = new T[x.Length];
        if (told.Labels.Length > 0)
        {
            Kernels.CrossEntropy<T, int>(x, n, told.Labels, losses, told.Options(default));
            CheckLosses();
            Kernels.CrossEntropyWithGradient<T, int>(x, n, told.Labels, losses, gradient, told.Options(default));
        }
        else
        {
            Kernels.CrossEntropy<T>(x, n, told.Shares, losses, told.Options(default));
            CheckLosses();
            Kernels.CrossEntropyWithGradient<T>(x, n, told.Shares, losses, gradient, told.Options(default));
        }
        CheckLosses();
        CheckGradient(1);
        T[] inPlace = [.. x];
        var mean = told.Labels.Length > 0
            ? Kernels.CrossEntropyWithGradient<T, int>(inPlace, n, told.Labels, inPlace, told.Options(Reduction.Mean))
            : Kernels.CrossEntropyWithGradient<T>(inPlace, n, told.Shares, inPlace, told.Options(Reduction.Mean));
        var weight = told.Labels.Length == 0 ? Rows : told.Labels.Where(l => l != Ignored).Sum(l => told.Weights.Length == 0 ? 1 : Exactly(told.Weights[l]));
        Near(truths.Sum() / weight, mean, "mean", 0);
        gradient = inPlace;
        CheckGradient(1 / weight);

        void CheckLosses()
        {
            for (var r = 0; r < Rows; r++)
                Near(truths[r], losses[r], "loss of row", r);
        }

        void CheckGradient(double scale)
        {
            for (var r = 0; r < Rows; r++)
            {
                var sum = targets[r].Aggregate((DoubleDouble)0, (whole, t) => whole + t).High;
                for (var c = 0; c < n; c++)
                {
                    double target = targets[r][c].High, share = isIgnored[r] ? 0 : references[r]?.Softmax(c).High * sum ?? double.NaN;
                    Near(scale * (share - target), gradient[(r * n) + c], "gradient", (r * n) + c, scale * Math.Max(share, target));
                }
            }
        }
    }

    private static bool HasSoftmax(T[] row) => row.All(v => v < Infinity) && row.Any(v => v > Masked);

    private static double Exactly(T x) => double.CreateTruncating(x);

    private static void Same(T[] expected, T[] actual, string what)
    {
        for (var i = 0; i < expected.Length; i++)
            Near(Exactly(expected[i]), actual[i], what, i);
    }

    /// <summary>The same of 0, infinities and NaN; of others but for the rounding of parts of a size.</summary>
    private static void Near(double expected, T actual, string what, int at, double size = 0)
    {
        var number = T.CreateTruncating(expected);
        if (number == actual || (T.IsNaN(number) && T.IsNaN(actual)))
            return;
        var isNear = (expected != 0 || size != 0) && T.IsFinite(number) && Ulp.Distance(actual, expected, size) <= Accuracy.CrossEntropyGradientOfTargets;
        if (!isNear)
            Assert.Fail($"{what} {at}: {actual} instead of {expected}");
    }

    /// <summary>What is right of the rows, and how it counts.</summary>
    private sealed class Told
    {
        public int[] Labels { get; init; } = [];

        public T[] Shares { get; init; } = [];

        public T[] Weights { get; init; } = [];

        public double Smoothing { get; init; }

        public CrossEntropyOptions<T> Options(Reduction reduction)
            => new() { ClassWeights = this.Weights, LabelSmoothing = this.Smoothing, IgnoreIndex = this.Labels.Length > 0 ? Ignored : null, Reduction = reduction };

        public DoubleDouble[] Targets(int row, int n)
        {
            if (this.Labels.Length > 0 && this.Labels[row] == Ignored)
                return new DoubleDouble[n];
            double[] shares = [.. Enumerable.Range(0, n).Select(c => this.Labels.Length > 0 ? (c == this.Labels[row] ? 1 : 0) : Exactly(this.Shares[(row * n) + c]))];
            return Reference.Targets(shares, this.Weights.Length == 0 ? null : [.. this.Weights.Select(Exactly)], this.Smoothing);
        }
    }
}
