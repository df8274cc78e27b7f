using System;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Xunit;

namespace Logits.Runtime.Tests.Losses;

/// <summary>Losses against their formulas, in double.</summary>
public sealed class LossTests
{
    private const double LogOf3 = 1.0986122886681098;

    private static readonly ClassIndices s_labels = new((int[])[0, 2]);
    private static readonly Logits<double> s_even = new(new double[6], 3);
    private static readonly Logits<double> s_logits = new((double[])[2.5, 1, -1.2, 0.3, 0.1, 0.9], 3);

    [Fact]
    public void EvenLogitsLoseTheLogarithmOfTheClassCount()
    {
        Assert.Equal(LogOf3, Loss.CrossEntropy(s_even, s_labels), 1e-13);
        Assert.Equal(2 * LogOf3, Loss.CrossEntropy(s_even, s_labels, new() { Reduction = Reduction.Sum }), 1e-13);
        Assert.Equal(LogOf3, Loss.NegativeLogLikelihood(s_even.LogSoftmax(), s_labels), 1e-13);
        Assert.Equal(0, Loss.KullbackLeibler(s_even, s_even));
        Assert.Equal(Math.Log(2), Loss.BinaryCrossEntropy(new BinaryLogits<double>(new double[2]), BinaryProbabilities<double>.FromLabels([true, false])), 1e-13);
    }

    [Fact]
    public void CrossEntropyIsTheLikelihoodOfLogSoftmax()
    {
        double[] weights = [1, 2, 0.5];
        foreach (var smoothing in new[] { 0, 0.1 })
        {
            CrossEntropyOptions<double> options = new() { ClassWeights = weights, LabelSmoothing = smoothing, IgnoreIndex = -1 };
            var labels = new ClassIndices((int[])[1, -1]);
            Assert.Equal(Loss.CrossEntropy(s_logits, labels, options), Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), labels, options), 1e-12);
        }
    }

    [Fact]
    public void DenseTargetsAreLabelsWhereTheyAreOneHot()
        => Assert.Equal(Loss.CrossEntropy(s_logits, s_labels), Loss.CrossEntropy(s_logits, Probabilities<double>.OneHot(s_labels, 3)), 1e-13);

    [Fact]
    public void DivergenceIsCrossEntropyLessEntropy()
    {
        var targets = s_logits.Temperature(2);
        var entropy = 0.0;
        for (var r = 0; r < 2; r++)
            entropy += Kernels.Entropy(targets[r].Values) / 2;
        Assert.Equal(Loss.CrossEntropy(s_logits, targets.Softmax()) - entropy, Loss.KullbackLeibler(targets, s_logits), 1e-12);
    }

    [Fact]
    public void TheClassAxisAndTheStridesDoNotMatter()
    {
        // The two rows as columns, and as rows with a gap.
        var columns = Logits<double>.FromTensor(Tensor.Create([2.5, 0.3, 1, 0.1, -1.2, 0.9], [3, 2]), classAxis: 0);
        var gaps = Logits<double>.FromTensor(Tensor.Create([2.5, 1, -1.2, 99, 0.3, 0.1, 0.9], 0, [2, 3], [4, 1]));
        var targets = s_logits.Temperature(3);
        var columnTargets = columns.Temperature(3);
        var gradient = new double[6];
        foreach (var loss in new[] { Loss.CrossEntropy(columns, s_labels), Loss.CrossEntropy(gaps, s_labels), Loss.NegativeLogLikelihood(columns.LogSoftmax(), s_labels), Loss.NegativeLogLikelihoodWithGradient(columns.LogSoftmax(), s_labels, gradient) })
            Assert.Equal(Loss.CrossEntropy(s_logits, s_labels), loss, 1e-13);
        Assert.Equal([-0.5, 0, 0, 0, 0, -0.5], gradient);
        Assert.Equal(Loss.CrossEntropy(s_logits, targets.Softmax()), Loss.CrossEntropy(gaps, targets.Softmax()), 1e-13);
        Assert.Equal(Loss.CrossEntropy(s_logits, targets.Softmax()), Loss.CrossEntropy(columns, columnTargets.Softmax()), 1e-13);
        Assert.Equal(Loss.KullbackLeibler(targets, s_logits), Loss.KullbackLeibler(columnTargets, columns), 1e-13);
    }

    [Fact]
    public void ALabelThatCannotBeIsInfinitelyWrong()
    {
        var masked = s_logits.Mask([true, false, false]);
        Assert.Equal(double.PositiveInfinity, Loss.CrossEntropy(masked, s_labels));
        Assert.Equal(double.PositiveInfinity, Loss.NegativeLogLikelihood(masked.LogSoftmax(), s_labels));
        Assert.Equal(double.PositiveInfinity, Loss.KullbackLeibler(s_logits, masked));
        Assert.True(double.IsFinite(Loss.KullbackLeibler(masked, s_logits)));
    }

    public static TheoryData<string, string, Action> Wrong => new()
    {
        { "labels", "The length was 1; it must be 2", () => Loss.CrossEntropy(s_logits, new ClassIndices((int[])[1])) },
        { "labels", "must be from 0 to 2", () => Loss.CrossEntropy(s_logits, new ClassIndices((int[])[1, 3])) },
        { "labels", "The length was 3; it must be 2", () => Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), new ClassIndices(new int[3])) },
        { "labels", "The label of row 1 must be from 0 to 2, or -1", () => Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), new ClassIndices((int[])[1, 5]), new() { IgnoreIndex = -1 }) },
        { "options", "LabelSmoothing was 1.5", () => Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), s_labels, new() { LabelSmoothing = 1.5 }) },
        { "options", "There were 2 ClassWeights; there must be 3", () => Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), s_labels, new() { ClassWeights = [1, 2] }) },
        { "options", "ClassWeights[1] was -2", () => Loss.NegativeLogLikelihood(s_logits.LogSoftmax(), s_labels, new() { ClassWeights = [1, -2, 1] }) },
        { "targets", "The targets had the axes [1, 6]", () => Loss.CrossEntropy(s_logits, Probabilities<double>.Unchecked(new double[6], 6)) },
        { "targets", "The targets had the axes [3]; they must be [2]", () => Loss.BinaryCrossEntropy(new BinaryLogits<double>(new double[2]), BinaryProbabilities<double>.Create(new double[3])) },
        { "options", "PositiveWeight was -1", () => Loss.BinaryCrossEntropy(new BinaryLogits<double>(new double[2]), BinaryProbabilities<double>.Create(new double[2]), new() { PositiveWeight = -1 }) },
        { "targets", "The targets had the axes [1, 6]", () => Loss.KullbackLeibler(new Logits<double>(new double[6], 6), s_logits) },
        { "reduction", "Reduction was 7", () => Loss.KullbackLeibler(s_logits, s_logits, (Reduction)7) },
        { "gradient", "The length was 5; it must be at least 6", () => Loss.CrossEntropyWithGradient(s_logits, s_labels, new double[5]) },
        { "gradient", "The length was 5; it must be at least 6", () => Loss.NegativeLogLikelihoodWithGradient(s_logits.LogSoftmax(), s_labels, new double[5]) },
        { "gradient", "The length was 1; it must be at least 2, that of the logits", () => Loss.BinaryCrossEntropyWithGradient(new BinaryLogits<double>(new double[2]), BinaryProbabilities<double>.Create(new double[2]), new double[1]) },
        { "gradient", "The length was 5; it must be at least 6", () => Loss.KullbackLeiblerWithGradient(s_logits, s_logits, new double[5]) },
    };

    /// <summary>A gradient that is written over what is still read would be one of other numbers.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(2)]
    public void AGradientOverItsSourcesIsRefused(int shift)
    {
        var memory = new double[32];
        double[] before = [.. memory];
        Memory<double> source = memory.AsMemory(10, 6), gradient = memory.AsMemory(10 + shift, 6), apart = memory.AsMemory(24, 6);
        var likely = LogProbabilities<double>.Unchecked(source, 3);
        var logits = new Logits<double>(source, 3);
        Refused("logProbabilities", () => Loss.NegativeLogLikelihoodWithGradient(likely, s_labels, gradient.Span));
        Refused("ClassWeights", () => Loss.NegativeLogLikelihoodWithGradient(s_even.LogSoftmax(), s_labels, gradient.Span, new() { ClassWeights = source.Span[..3] }));
        Refused("logits", () => Loss.KullbackLeiblerWithGradient(s_even, logits, gradient.Span));
        Refused("targets", () => Loss.KullbackLeiblerWithGradient(logits, s_even, gradient.Span));
        Assert.Equal(before, memory);

        // Next to them it is taken.
        Loss.NegativeLogLikelihoodWithGradient(likely, s_labels, apart.Span);
        Loss.KullbackLeiblerWithGradient(logits, logits, memory.AsSpan(16, 6));

        static void Refused(string other, Action call)
            => Assert.StartsWith($"The span overlapped '{other}'; it must be apart from it.", Assert.Throws<ArgumentException>("gradient", call).Message);
    }

    [Fact]
    public void AGradientOverTheLabelsIsRefused()
    {
        var labels = new int[13];
        void Run() => Loss.NegativeLogLikelihoodWithGradient(s_even.LogSoftmax(), new ClassIndices(labels.AsMemory(0, 2)), MemoryMarshal.Cast<int, double>(labels.AsSpan(1, 12)));
        Assert.StartsWith("The span overlapped 'labels'; it must be apart from it.", Assert.Throws<ArgumentException>("gradient", Run).Message);
    }

    /// <summary>Rows with a gap are copied to be read; their memory is still that of the source.</summary>
    [Fact]
    public void AGradientOverRowsWithGapsIsRefused()
    {
        double[] memory = [-1, -2, -3, 99, -4, -5, -6], before = [.. memory];
        var tensor = Tensor.Create(memory, 0, [2, 3], [4, 1]);
        Assert.Throws<ArgumentException>("gradient", () => { Loss.NegativeLogLikelihoodWithGradient(LogProbabilities<double>.UncheckedFromTensor(tensor), s_labels, memory); });
        Assert.Throws<ArgumentException>("gradient", () => { Loss.KullbackLeiblerWithGradient(s_even, Logits<double>.FromTensor(tensor), memory); });
        Assert.Equal(before, memory);
    }

    /// <summary>Kernels that may write a gradient over the logits do so also for the types.</summary>
    [Fact]
    public void AGradientInPlaceIsAsApart()
    {
        double[] apart = new double[6], x = [2.5, 1, -1.2, 0.3, 0.1, 0.9], y = [.. x], z = [.. x];
        var targets = s_logits.Temperature(2).Softmax();
        Assert.Equal(Loss.CrossEntropyWithGradient(s_logits, s_labels, apart), Loss.CrossEntropyWithGradient(new Logits<double>(x, 3), s_labels, x));
        Assert.Equal(apart, x);
        Assert.Equal(Loss.CrossEntropyWithGradient(s_logits, targets, apart), Loss.CrossEntropyWithGradient(new Logits<double>(y, 3), targets, y));
        Assert.Equal(apart, y);
        var yes = BinaryProbabilities<double>.FromLabels([true, false, true, true, false, false]);
        Assert.Equal(Loss.BinaryCrossEntropyWithGradient(new BinaryLogits<double>((double[])[.. z]), yes, apart), Loss.BinaryCrossEntropyWithGradient(new BinaryLogits<double>(z), yes, z));
        Assert.Equal(apart, z);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongArgumentIsNamed(string argument, string message, Action call)
    {
        var error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message);
    }
}
