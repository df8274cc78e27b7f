using System;
using Xunit;

namespace Logits.Runtime.Tests.Losses;

/// <summary>Gradients against central differences, in double.</summary>
public sealed class GradientTests
{
    private const double Step = 1e-5;

    /// <summary>The error of a central difference at this step: its cubic term, and rounding over the step.</summary>
    private const double Tolerance = 1e-9;

    private static readonly double[] s_values = [2.5, 1, -1.2, 0.3, 0.1, 0.9, -3, 4, 0];
    private static readonly double[] s_weights = [1, 2, 0.5];
    private static readonly ClassIndices s_labels = new((int[])[0, 2, -1]);

    private static CrossEntropyOptions<double> Options(Reduction reduction, double smoothing)
        => new() { Reduction = reduction, LabelSmoothing = smoothing, ClassWeights = s_weights, IgnoreIndex = -1 };

    [Theory]
    [InlineData(Reduction.Mean, 0)]
    [InlineData(Reduction.Sum, 0.1)]
    public void OfCrossEntropy(Reduction reduction, double smoothing)
    {
        Check(
            x => Loss.CrossEntropy(new Logits<double>(x, 3), s_labels, Options(reduction, smoothing)),
            (x, gradient) => Loss.CrossEntropyWithGradient(new Logits<double>(x, 3), s_labels, gradient, Options(reduction, smoothing)));
        var targets = new Logits<double>((double[])[1, 2, 3, 0, 0, 0, -1, 0, 2], 3).Softmax();
        CrossEntropyOptions<double> Dense() => new() { Reduction = reduction, LabelSmoothing = smoothing, ClassWeights = s_weights };
        Check(
            x => Loss.CrossEntropy(new Logits<double>(x, 3), targets, Dense()),
            (x, gradient) => Loss.CrossEntropyWithGradient(new Logits<double>(x, 3), targets, gradient, Dense()));
    }

    [Theory]
    [InlineData(Reduction.Mean, 0)]
    [InlineData(Reduction.Sum, 0.1)]
    public void OfNegativeLogLikelihood(Reduction reduction, double smoothing)
        => Check(
            x => Loss.NegativeLogLikelihood(LogProbabilities<double>.Unchecked(x, 3), s_labels, Options(reduction, smoothing)),
            (x, gradient) => Loss.NegativeLogLikelihoodWithGradient(LogProbabilities<double>.Unchecked(x, 3), s_labels, gradient, Options(reduction, smoothing)));

    [Theory]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void OfBinaryCrossEntropy(Reduction reduction)
    {
        var targets = BinaryProbabilities<double>.Create((double[])[1, 0, 0.3, 1, 0, 0.5, 1, 0, 1]);
        BinaryCrossEntropyOptions<double> options = new() { Reduction = reduction, PositiveWeight = 3 };
        Check(
            x => Loss.BinaryCrossEntropy(new BinaryLogits<double>(x), targets, options),
            (x, gradient) => Loss.BinaryCrossEntropyWithGradient(new BinaryLogits<double>(x), targets, gradient, options));
    }

    [Theory]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void OfKullbackLeibler(Reduction reduction)
    {
        var targets = new Logits<double>((double[])[1, 2, 3, double.NegativeInfinity, 0, 0, -1, 0, 2], 3);
        Check(
            x => Loss.KullbackLeibler(targets, new Logits<double>(x, 3), reduction),
            (x, gradient) => Loss.KullbackLeiblerWithGradient(targets, new Logits<double>(x, 3), gradient, reduction));
    }

    private static void Check(Func<double[], double> loss, Func<double[], double[], double> lossWithGradient)
    {
        var gradient = new double[s_values.Length];
        Assert.Equal(loss(s_values), lossWithGradient(s_values, gradient), 1e-13);
        for (var i = 0; i < gradient.Length; i++)
        {
            double[] above = [.. s_values], below = [.. s_values];
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal((loss(above) - loss(below)) / (2 * Step), gradient[i], Tolerance);
        }
        Assert.Contains(gradient, g => Math.Abs(g) > 0.01);
    }
}
