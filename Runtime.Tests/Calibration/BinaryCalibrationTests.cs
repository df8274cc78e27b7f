using System;
using System.Linq;
using Logits.Calibration;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Calibration;

/// <summary>Platt's line and the function that never falls.</summary>
public sealed class BinaryCalibrationTests
{
    [Fact]
    public void PlattsLineMeetsTheMeansOfTwoGroups()
    {
        // Two logits only: the likeliest line goes through the mean target of each.
        double[] logits = [-1, -1, -1, 2, 2, 2, 2];
        bool[] labels = [false, true, false, true, true, false, true];
        var platt = PlattScaling.Fit(new BinaryLogits<double>(logits), labels);
        const double Yes = 5.0 / 6, No = 1.0 / 5;
        var probabilities = platt.Apply(new BinaryLogits<double>((double[])[-1, 2]));
        Assert.Equal((Yes + (2 * No)) / 3, probabilities[0], 1e-9);
        Assert.Equal(((3 * Yes) + No) / 4, probabilities[1], 1e-9);
    }

    [Fact]
    public void PlattFindsTheLineThatLabelsWereDrawnWith()
    {
        var (logits, labels) = Draw(50_000, x => 1 / (1 + Math.Exp(-((0.5 * x) - 1))));
        var platt = PlattScaling.Fit(logits, labels);
        Assert.InRange(platt.Slope, 0.48, 0.52);
        Assert.InRange(platt.Intercept, -1.04, -0.96);
        Assert.InRange(ReliabilityDiagram.Of(logits.Sigmoid(), labels).ExpectedCalibrationError, 0.1, 1);
        Assert.InRange(ReliabilityDiagram.Of(platt.Apply(logits), labels).ExpectedCalibrationError, 0, 0.015);
    }

    [Theory]
    [InlineData(new double[] { -1, 1 }, new[] { false, true })]
    [InlineData(new double[] { 3, 3, 3 }, new[] { true, true, true })]
    [InlineData(new double[] { 1e6, -1e6, 2e6 }, new[] { false, true, true })]
    public void PlattStaysFinite(double[] logits, bool[] labels)
    {
        var platt = PlattScaling.Fit(new BinaryLogits<double>(logits), labels);
        Assert.True(double.IsFinite(platt.Slope) && double.IsFinite(platt.Intercept));
        Assert.All(Enumerable.Range(0, logits.Length), i => Assert.InRange(platt.Apply(new BinaryLogits<double>(logits))[i], 0, 1));
    }

    [Fact]
    public void PlattsLineIsTheLikeliestWhereAFullStepOvershoots()
    {
        // One yes, far out: of 14 samples Platt's targets are 2/3 for it and 1/15 for the others.
        double[] logits = [0.1, 0.1, 0.1, 0, 0, 0.1, 0, 0.1, 0, 0, 458.3, 0.2, 0.1, 0.1];
        var labels = Array.ConvertAll(logits, x => x > 1);
        var platt = PlattScaling.Fit(new BinaryLogits<double>(logits), labels);
        // At the minimum the derivatives by slope and intercept vanish.
        double bySlope = 0, byIntercept = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            var error = (1 / (1 + Math.Exp(-((platt.Slope * logits[i]) + platt.Intercept)))) - (labels[i] ? 2.0 / 3 : 1.0 / 15);
            bySlope += error * logits[i];
            byIntercept += error;
        }
        Assert.Equal(0, bySlope, 1e-6);
        Assert.Equal(0, byIntercept, 1e-6);
    }

    [Fact]
    public void ViolatorsArePooled()
    {
        // Means by logit: 0, 1, 0, 1/2, 1: the second and third are pooled, and the fourth joins them as its mean is no higher.
        double[] logits = [5, 1, 2, 3, 4, 4];
        bool[] labels = [true, false, true, false, false, true];
        var isotonic = IsotonicRegression.Fit(new BinaryLogits<double>(logits), labels);
        Assert.Equal([1, 2, 4, 5], isotonic.Knots.ToArray());
        Assert.Equal([0, 0.5, 0.5, 1], isotonic.Values.ToArray());
        var probabilities = isotonic.Apply(new BinaryLogits<double>((double[])[-9, 1.5, 3.3, 4.5, 9, double.NaN, double.PositiveInfinity]));
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, double.NaN, 1], probabilities.AsSpan().Values.ToArray());
    }

    [Fact]
    public void EqualLogitsAreOnePoint()
    {
        // Taken one by one in this order, the no of logit 1 would be pooled with logit 0, and draw the rest with it.
        var isotonic = IsotonicRegression.Fit(new BinaryLogits<double>((double[])[0, 0, 1, 1, 1]), [false, true, false, true, true]);
        Assert.Equal([0.5, 2.0 / 3], isotonic.Values.ToArray());
    }

    [Fact]
    public void IsotonicIsNeverFallingAndHasTheMeanOfTheLabels()
    {
        var (logits, labels) = Draw(5_000, x => 0.5 + (0.4 * Math.Sin(x / 4)));
        var isotonic = IsotonicRegression.Fit(logits, labels);
        var values = isotonic.Values.ToArray();
        Assert.Equal(values.Order(), values);
        var probabilities = isotonic.Apply(logits);
        Assert.Equal(labels.Average(l => l ? 1.0 : 0), Enumerable.Range(0, labels.Length).Average(i => probabilities[i]), 1e-10);
        Assert.InRange(ReliabilityDiagram.Of(probabilities, labels).ExpectedCalibrationError, 0, 1e-10);
    }

    [Fact]
    public void IsOfOneModel()
    {
        var left = new BinaryLogits<float>((float[])[1, 2], new ModelId("left"));
        var right = new BinaryLogits<float>((float[])[1, 2], new ModelId("right"));
        var platt = PlattScaling.Fit(left, [false, true]);
        var isotonic = IsotonicRegression.Fit(left, [false, true]);
        Assert.Throws<ArgumentException>("logits", () => platt.Apply(right));
        Assert.Throws<ArgumentException>("logits", () => isotonic.Apply(right));
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        var logits = new BinaryLogits<float>((float[])[1, float.PositiveInfinity]);
        Assert.Contains("Logit 1 was Infinity; it must be finite", Assert.Throws<ArgumentException>("logits", () => PlattScaling.Fit(logits, [true, false])).Message);
        Assert.Throws<ArgumentException>("logits", () => IsotonicRegression.Fit(logits, [true, false]));
        Assert.Contains("The length was 1; it must be 2", Assert.Throws<ArgumentException>("labels", () => PlattScaling.Fit(logits, [true])).Message);
        Assert.Throws<ArgumentException>("logits", () => IsotonicRegression.Fit(new BinaryLogits<float>(Array.Empty<float>()), []));
    }

    private static (BinaryLogits<double> Logits, bool[] Labels) Draw(int count, Func<double, double> probability)
    {
        var random = new Xoshiro256(12);
        var logits = Enumerable.Range(0, count).Select(_ => (12 * random.NextDouble()) - 6).ToArray();
        return (new BinaryLogits<double>(logits), logits.Select(x => random.NextDouble() < probability(x)).ToArray());
    }
}
