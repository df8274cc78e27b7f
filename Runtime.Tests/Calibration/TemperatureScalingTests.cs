using System;
using System.Linq;
using Logits.Calibration;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Calibration;

/// <summary>One number that makes a model as sure as it is right.</summary>
public sealed class TemperatureScalingTests
{
    [Theory]
    [InlineData(6, 3)]
    [InlineData(0.5, 3)]
    [InlineData(40, 4)]
    public void IsExactWhereThereIsAFormula(double logit, int rightOf5)
    {
        // All samples have the logits x and 0; a share q is right: then sigmoid(x / T) = q.
        var logits = new Logits<double>(Enumerable.Range(0, 5).SelectMany(_ => new[] { logit, 0 }).ToArray(), 2);
        var labels = new ClassIndices(Enumerable.Range(0, 5).Select(i => i < rightOf5 ? 0 : 1).ToArray());
        var scaling = TemperatureScaling.Fit(logits, labels);
        var q = rightOf5 / 5.0;
        Assert.Equal(1, scaling.Temperature / (logit / Math.Log(q / (1 - q))), 1e-10);
        Assert.Equal(q, scaling.Apply(logits)[0, 0], 1e-10);
    }

    [Fact]
    public void FindsTheTemperatureThatLabelsWereDrawnWith()
    {
        const int Count = 20_000;
        var random = new Xoshiro256(9);
        var values = Enumerable.Range(0, Count * 5).Select(_ => 10 * random.NextDouble()).ToArray();
        var logits = new Logits<double>(values, 5, new ModelId("sure"));
        var sampler = new TokenSampler(new() { Temperature = 2.5 }, 10);
        var labels = new ClassIndices(Enumerable.Range(0, Count).Select(r => sampler.Sample(logits[r])).ToArray());
        var scaling = TemperatureScaling.Fit(logits, labels);
        Assert.InRange(scaling.Temperature, 2.42, 2.58);
        Assert.Equal("sure", scaling.Model.Name);
        Assert.Equal(logits.ArgMax().Values.ToArray(), scaling.Apply(logits).ArgMax().Values.ToArray());
        var (before, after) = (ReliabilityDiagram.Of(logits.Softmax(), labels), ReliabilityDiagram.Of(scaling.Apply(logits), labels));
        Assert.InRange(before.ExpectedCalibrationError, 0.15, 1);
        Assert.InRange(after.ExpectedCalibrationError, 0, 0.02);
    }

    [Fact]
    public void LabelsThatAreAlwaysOrNeverRightEndAtABound()
    {
        var logits = new Logits<double>((double[])[0.1, 0, 0, 0.1], 2);
        Assert.Equal(1e-3, TemperatureScaling.Fit(logits, new ClassIndices((int[])[0, 1])).Temperature, 1e-9);
        Assert.Equal(1e3, TemperatureScaling.Fit(logits, new ClassIndices((int[])[1, 0])).Temperature, 1e-3);
        Assert.Equal(1, TemperatureScaling.Fit(new Logits<double>((double[])[3], 1), new ClassIndices((int[])[0])).Temperature);
    }

    [Fact]
    public void MaskedClassesCountForNothing()
    {
        var labels = new ClassIndices((int[])[0, 1, 0]);
        double[] two = [3, 1, 2, 2.5, 1, 4];
        var masked = two.Chunk(2).SelectMany(row => (double[])[.. row, double.NegativeInfinity]).ToArray();
        Assert.Equal(TemperatureScaling.Fit(new Logits<double>(two, 2), labels).Temperature, TemperatureScaling.Fit(new Logits<double>(masked, 3), labels).Temperature);
    }

    [Fact]
    public void IsOfOneModel()
    {
        var values = (float[])[1, 2, 2, 1, 1, 0];
        var scaling = TemperatureScaling.Fit(new Logits<float>(values, 2, new ModelId("left")), new ClassIndices((int[])[0, 0, 0]));
        var error = Assert.Throws<ArgumentException>("logits", () => scaling.Apply(new Logits<float>(values, 2, new ModelId("right"))));
        Assert.Contains("of the model 'right'; they must be of 'left'", error.Message);
    }

    public static TheoryData<string, string, Action> Wrong => new()
    {
        { "logits", "There were no samples", () => TemperatureScaling.Fit(new Logits<float>(Array.Empty<float>(), 2), new ClassIndices(Array.Empty<int>())) },
        { "labels", "The length was 2; it must be 1, one for each sample", () => TemperatureScaling.Fit(new Logits<float>(new float[2], 2), new ClassIndices(new int[2])) },
        { "labels", "The class of row 0 must be from 0 to 1", () => TemperatureScaling.Fit(new Logits<float>(new float[2], 2), new ClassIndices((int[])[2])) },
        { "logits", "The highest logit of row 0 was NaN", () => TemperatureScaling.Fit(new Logits<float>((float[])[1, float.NaN], 2), new ClassIndices((int[])[0])) },
        { "logits", "The logit of the label of row 0 was masked", () => TemperatureScaling.Fit(new Logits<float>((float[])[float.NegativeInfinity, 1], 2), new ClassIndices((int[])[0])) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongArgumentIsNamed(string argument, string message, Action call)
    {
        var error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message);
    }
}
