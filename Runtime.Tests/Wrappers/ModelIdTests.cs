using System;
using Logits.Calibration;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>The logits of two models do not come together.</summary>
public sealed class ModelIdTests
{
    private static readonly Logits<double> s_resnet = new((double[])[1, 2], 2, new ModelId("resnet"));
    private static readonly Logits<double> s_bert = new((double[])[3, 4], 2, new ModelId("bert"));
    private static readonly Logits<double> s_unknown = new((double[])[5, 8], 2);

    [Fact]
    public void TwoModelsAreRefusedWithAdvice()
    {
        foreach (var combine in new Action[] { () => Logits<double>.Average(s_resnet, s_bert), () => Logits<double>.Concatenate(s_resnet, s_bert) })
        {
            var error = Assert.Throws<ArgumentException>("logits", combine);
            Assert.Contains("'resnet' and 'bert'", error.Message);
            Assert.Contains("Calibrate first: fit a TemperatureScaling", error.Message);
        }
    }

    /// <summary>What is advised takes such logits.</summary>
    [Fact]
    public void TwoModelsOfBinaryLogitsAreAdvisedOfOtherCalibrations()
    {
        BinaryLogits<double> left = new((double[])[1, -2], new ModelId("resnet")), right = new((double[])[3, -4], new ModelId("bert"));
        var error = Assert.Throws<ArgumentException>("logits", () => { BinaryLogits<double>.Average(left, right); });
        Assert.Contains("'resnet' and 'bert'", error.Message);
        Assert.Contains("Calibrate first: fit a PlattScaling or an IsotonicRegression for each model on labelled data", error.Message);
        var probabilities = BinaryProbabilities<double>.Average(PlattScaling.Fit(left, [true, false]).Apply(left), IsotonicRegression.Fit(right, [true, false]).Apply(right));
        Assert.True(probabilities[0] > probabilities[1]);
    }

    [Fact]
    public void OneModelMayComeTogether()
    {
        var mean = Logits<double>.Average(s_resnet, s_resnet.Temperature(0.5));
        Assert.Equal([1.5, 3], mean.AsSpan().Values.ToArray());
        Assert.Equal("resnet", mean.Model.Name);
        Assert.Equal([1d, 2, 1, 2], Logits<double>.Concatenate(s_resnet, s_resnet).AsSpan().Values.ToArray());
    }

    [Fact]
    public void AModelThatIsNotKnownIsNotRefused()
    {
        Assert.Null(Logits<double>.Average(s_resnet, s_unknown).Model.Name);
        Assert.Equal(3, Logits<double>.Average(s_resnet, s_unknown)[0, 0]);
        Assert.Null(Logits<double>.Concatenate(s_unknown, s_resnet).Model.Name);
        Assert.Throws<ArgumentException>("logits", () => { Logits<double>.Average(s_resnet, s_unknown, s_bert); });
    }

    [Fact]
    public void TheProbabilitiesOfTwoModelsMayComeTogether()
        => Assert.Equal((s_resnet.Softmax()[0, 0] + s_bert.Softmax()[0, 0]) / 2, Probabilities<double>.Average(s_resnet.Softmax(), s_bert.Softmax())[0, 0]);

    [Theory]
    [InlineData(null, "null")]
    [InlineData(" ", "' '")]
    public void AModelHasAName(string? name, string was)
        => Assert.Contains($"The name was {was}", Assert.Throws<ArgumentException>("name", () => new ModelId(name!)).Message);
}
