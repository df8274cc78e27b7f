using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Logits.Calibration;
using Xunit;

namespace Logits.Runtime.Tests.Calibration;

/// <summary>Errors of calibration by hand, and the picture.</summary>
public sealed class ReliabilityTests
{
    private static readonly Probabilities<double> s_probabilities = Probabilities<double>.Create((double[])[0.9, 0.1, 0.8, 0.2, 0.3, 0.7, 0.45, 0.55, 0, 1], 2);
    private static readonly ClassIndices s_labels = new((int[])[0, 1, 1, 1, 1]);

    [Fact]
    public void ExpectedCalibrationErrorIsTheMeanGap()
    {
        // Bins of 0.25: [0.5, 0.75) has 0.7 and 0.55, both right; [0.75, 1] has 0.9 right, 0.8 wrong, 1 right.
        var diagram = ReliabilityDiagram.Of(s_probabilities, s_labels, bins: 4);
        Assert.Equal([0, 0, 2, 3], diagram.Bins.Select(b => b.Count));
        Assert.Equal(0.625, diagram.Bins[2].Confidence, 1e-13);
        Assert.Equal(1, diagram.Bins[2].Accuracy);
        Assert.Equal(0.9, diagram.Bins[3].Confidence, 1e-13);
        Assert.Equal(2.0 / 3, diagram.Bins[3].Accuracy, 1e-13);
        Assert.True(double.IsNaN(diagram.Bins[0].Accuracy));
        Assert.Equal(((2 * 0.375) + (3 * (0.9 - (2.0 / 3)))) / 5, diagram.ExpectedCalibrationError, 1e-13);
        Assert.Equal(0.375, diagram.MaximumCalibrationError, 1e-13);
        Assert.Equal(5, diagram.Count);
    }

    [Fact]
    public void BinaryBinsCountYes()
    {
        var diagram = ReliabilityDiagram.Of(BinaryProbabilities<float>.Create((float[])[0, 0.25f, 0.25f, 1]), [false, true, false, true], bins: 2);
        Assert.Equal([3, 1], diagram.Bins.Select(b => b.Count));
        Assert.Equal(1.0 / 3, diagram.Bins[0].Accuracy, 1e-13);
        Assert.Equal(3 * ((1.0 / 3) - (0.5 / 3)) / 4, diagram.ExpectedCalibrationError, 1e-13);
    }

    [Fact]
    public void BrierScoreIsTheMeanSquare()
    {
        Assert.Equal((0.02 + 1.28 + 0.18 + 0.405 + 0) / 5, BrierScore.Of(s_probabilities, s_labels), 1e-13);
        Assert.Equal(2, BrierScore.Of(Probabilities<double>.Create((double[])[1, 0], 2), new ClassIndices((int[])[1])));
        Assert.Equal((0.25 + 0.0625) / 2, BrierScore.Of(BinaryProbabilities<double>.Create((double[])[0.5, 0.25]), [true, false]), 1e-13);
    }

    [Fact]
    public void ThePictureShowsTheNumbers()
    {
        var diagram = ReliabilityDiagram.Of(s_probabilities, s_labels, bins: 4);
        var svg = XDocument.Parse(diagram.ToSvg("Cats & dogs <1>"));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("Cats & dogs <1>", svg.Root!.Element(ns + "title")!.Value);
        var bars = svg.Descendants(ns + "g").Where(g => g.Element(ns + "title") is not null).ToArray();
        Assert.Equal(2, bars.Length);
        Assert.Equal("0.50 to 0.75: confidence 0.625, accuracy 1.000, 2 samples", bars[0].Element(ns + "title")!.Value);
        var accuracy = bars[1].Elements(ns + "rect").First();
        Assert.Equal(360 * 2 / 3.0, (double)accuracy.Attribute("height")!, 1e-2);
        Assert.Equal(64 + 270 + 1, (double)accuracy.Attribute("x")!, 1e-2);
        Assert.Contains("Expected calibration error 29.0 % of 5 samples", svg.Descendants(ns + "text").Select(t => t.Value));
        Assert.Equal(["Confidence", "Accuracy", "Samples"], svg.Descendants(ns + "text").Select(t => t.Value).Where(t => t is "Confidence" or "Samples" or "Accuracy").Distinct());
    }

    [Fact]
    public void ThePictureIsTheSameInEveryCulture()
    {
        var diagram = ReliabilityDiagram.Of(s_probabilities, s_labels);
        var expected = diagram.ToSvg("a");
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, diagram.ToSvg("a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void TheSurestOfSeveralModels()
    {
        var left = Probabilities<double>.Create((double[])[0.9, 0.1, 0.4, 0.6], 2);
        var right = Probabilities<double>.Create((double[])[0.2, 0.2, 0.6, 0.1, 0.1, 0.8], 3);
        Assert.Equal([0, 1], Probabilities<double>.MostConfident(left, right));
        var error = Assert.Throws<ArgumentException>("probabilities", () => { Probabilities<double>.MostConfident(left, Probabilities<double>.Create((double[])[1], 1)); });
        Assert.Contains("Probabilities 1 had 1 rows; they must have 2", error.Message);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Contains("at least one bin", Assert.Throws<ArgumentOutOfRangeException>("bins", () => ReliabilityDiagram.Of(s_probabilities, s_labels, 0)).Message);
        Assert.Throws<ArgumentException>("labels", () => ReliabilityDiagram.Of(s_probabilities, new ClassIndices(new int[4])));
        Assert.Throws<ArgumentException>("labels", () => BrierScore.Of(s_probabilities, new ClassIndices(new int[4])));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => BrierScore.Of(s_probabilities, new ClassIndices((int[])[0, 0, 0, 0, 2])));
        Assert.Throws<ArgumentNullException>("title", () => ReliabilityDiagram.Of(s_probabilities, s_labels).ToSvg(null!));
        var error = Assert.Throws<ArgumentException>("probabilities", () => ReliabilityDiagram.Of(Probabilities<double>.Unchecked((double[])[0, 3], 2), new ClassIndices((int[])[0])));
        Assert.Contains("The probability of sample 0 was 3", error.Message);
    }
}
