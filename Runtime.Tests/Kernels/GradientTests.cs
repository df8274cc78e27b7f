using System;
using System.Linq;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Gradients against central differences of the losses, in double.</summary>
public sealed class GradientTests
{
    private const double Step = 1e-5;

    public static TheoryData<int, double, bool, Reduction> Settings
    {
        get
        {
            var data = new TheoryData<int, double, bool, Reduction>();
            foreach (var classes in (int[])[2, 5, 17, 40])
            {
                foreach (var smoothing in (double[])[0, 0.1])
                {
                    data.Add(classes, smoothing, false, Reduction.Mean);
                    data.Add(classes, smoothing, true, Reduction.Sum);
                    data.Add(classes, smoothing, true, Reduction.Mean);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfCrossEntropyWithLabels(int classes, double smoothing, bool isWeighted, Reduction reduction)
    {
        var random = new Random(7);
        double[] x = Numbers(4 * classes, random), weights = isWeighted ? [.. Enumerable.Range(1, classes).Select(c => 0.5 + (c % 3))] : [];
        int[] labels = [0, classes - 1, -100, classes / 2];
        var gradient = new double[x.Length];
        double Loss(double[] at) => Kernels.CrossEntropy<double, int>(at, classes, labels, new() { LabelSmoothing = smoothing, ClassWeights = weights, IgnoreIndex = -100, Reduction = reduction });
        var loss = Kernels.CrossEntropyWithGradient<double, int>(x, classes, labels, gradient, new() { LabelSmoothing = smoothing, ClassWeights = weights, IgnoreIndex = -100, Reduction = reduction });
        Assert.Equal(Loss(x), loss, 1e-12);
        Check(Loss, x, gradient);
        Assert.All(gradient[(2 * classes)..(3 * classes)], g => Assert.Equal(0, g));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void OfCrossEntropyWithTargets(int classes, double smoothing, bool isWeighted, Reduction reduction)
    {
        var random = new Random(8);
        double[] x = Numbers(3 * classes, random), weights = isWeighted ? [.. Enumerable.Range(1, classes).Select(c => 0.5 + (c % 3))] : [];
        double[] targets = [.. x.Select(_ => random.NextDouble() / classes)];
        var gradient = new double[x.Length];
        double Loss(double[] at) => Kernels.CrossEntropy<double>(at, classes, targets, new CrossEntropyOptions<double> { LabelSmoothing = smoothing, ClassWeights = weights, Reduction = reduction });
        var loss = Kernels.CrossEntropyWithGradient<double>(x, classes, targets, gradient, new CrossEntropyOptions<double> { LabelSmoothing = smoothing, ClassWeights = weights, Reduction = reduction });
        Assert.Equal(Loss(x), loss, 1e-12);
        Check(Loss, x, gradient);
    }

    [Theory]
    [InlineData(1, Reduction.Mean)]
    [InlineData(1, Reduction.Sum)]
    [InlineData(2.5, Reduction.Mean)]
    public void OfBinaryCrossEntropy(double positive, Reduction reduction)
    {
        var random = new Random(9);
        double[] x = Numbers(70, random), targets = [.. x.Select(_ => random.Next(3) switch { 0 => 0, 1 => 1, _ => random.NextDouble() })], gradient = new double[70];
        double Loss(double[] at) => Kernels.BinaryCrossEntropy<double>(at, targets, new BinaryCrossEntropyOptions<double> { PositiveWeight = positive, Reduction = reduction });
        var loss = Kernels.BinaryCrossEntropyWithGradient<double>(x, targets, gradient, new BinaryCrossEntropyOptions<double> { PositiveWeight = positive, Reduction = reduction });
        Assert.Equal(Loss(x), loss, 1e-12);
        Check(Loss, x, gradient);
    }

    /// <summary>The losses themselves are those of the definition.</summary>
    [Fact]
    public void LossesAreThoseOfTheDefinition()
    {
        var random = new Random(10);
        double[] x = Numbers(5 * 23, random), weights = [.. Enumerable.Range(0, 23).Select(c => c / 10.0)];
        int[] labels = [3, 22, 0, 7, 7];
        double sum = 0, weight = 0;
        for (var r = 0; r < 5; r++)
        {
            var row = new Reference(x[(23 * r)..(23 * (r + 1))]);
            for (var c = 0; c < 23; c++)
                sum += weights[c] * ((0.2 / 23) + (c == labels[r] ? 0.8 : 0)) * row.CrossEntropy(c).High;
            weight += weights[labels[r]];
        }
        var loss = Kernels.CrossEntropy<double, int>(x, 23, labels, new() { LabelSmoothing = 0.2, ClassWeights = weights });
        Assert.Equal(sum / weight, loss, 1e-13);
    }

    private static double[] Numbers(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => 3 * Rows.Normal(random))];

    private static void Check(Func<double[], double> loss, double[] x, double[] gradient)
    {
        for (var i = 0; i < x.Length; i++)
        {
            double[] above = [.. x], below = [.. x];
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal((loss(above) - loss(below)) / (2 * Step), gradient[i], 1e-8);
        }
    }
}
