using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Calibration;

/// <summary>
/// How often a model is right among the samples of which it was about equally sure (DeGroot and Fienberg, 1983). Of a calibrated model
/// both agree: of what it is sure to 80 %, 80 % is right.
/// </summary>
public sealed class ReliabilityDiagram
{
    private ReliabilityDiagram(ReliabilityBin[] bins, string confidence, string accuracy)
    {
        Bins = bins;
        ConfidenceLabel = confidence;
        AccuracyLabel = accuracy;
    }

    /// <summary>The bins of equal width from 0 to 1.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => Bins.Sum(b => b.Count);

    /// <summary>The mean distance of confidence and accuracy over the samples, from 0 to 1 (Naeini, Cooper and Hauskrecht, 2015).</summary>
    public double ExpectedCalibrationError => Filled.Sum(b => b.Count * Gap(b)) / Count;

    /// <summary>The greatest distance of confidence and accuracy of a bin, from 0 to 1.</summary>
    public double MaximumCalibrationError => Filled.Max(Gap);

    internal string ConfidenceLabel { get; }

    internal string AccuracyLabel { get; }

    private IEnumerable<ReliabilityBin> Filled => Bins.Where(b => b.Count > 0);

    /// <summary>Of multiclass probabilities: the confidence is that in the class preferred, the accuracy how often it was right.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="probabilities">Of one sample or more.</param>
    /// <param name="labels">The class that is right, for each sample.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <exception cref="ArgumentException">There are no samples, not one label for each, or a probability is not in [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class, or there are no bins.</exception>
    public static ReliabilityDiagram Of<T>(Probabilities<T> probabilities, ClassIndices labels, int bins = 15)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(probabilities.RowCount, labels.Count, nameof(probabilities), nameof(labels));
        labels.CheckClasses(probabilities.Classes, nameof(labels));
        var histogram = new ReliabilityHistogram(bins, nameof(bins));
        var preferred = probabilities.ArgMax();
        for (var r = 0; r < labels.Count; r++)
            histogram.Add(double.CreateTruncating(probabilities[r, preferred[r]]), preferred[r] == labels[r], r, nameof(probabilities));
        return new ReliabilityDiagram(histogram.Bins(), "Confidence", "Accuracy");
    }

    /// <summary>Of binary probabilities: the confidence is the probability of yes, the accuracy how often yes was right.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="probabilities">Of one sample or more.</param>
    /// <param name="labels">For each whether yes is right.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <exception cref="ArgumentException">There are no samples, not one label for each, or a probability is not in [0, 1].</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no bins.</exception>
    public static ReliabilityDiagram Of<T>(BinaryProbabilities<T> probabilities, [BinaryLabels] ReadOnlySpan<bool> labels, int bins = 15)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(probabilities.Count, labels.Length, nameof(probabilities), nameof(labels));
        var histogram = new ReliabilityHistogram(bins, nameof(bins));
        for (var i = 0; i < labels.Length; i++)
            histogram.Add(double.CreateTruncating(probabilities[i]), labels[i], i, nameof(probabilities));
        return new ReliabilityDiagram(histogram.Bins(), "Predicted probability", "Observed frequency");
    }

    /// <summary>
    /// The diagram as a picture: a bar for each bin, the diagonal of perfect calibration, and how many samples each bin has.
    /// </summary>
    /// <param name="title">What the picture is headed with.</param>
    /// <returns>A document in SVG 1.1, the same for the same numbers in every culture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    public string ToSvg(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return ReliabilitySvg.Draw(this, title);
    }

    private static double Gap(ReliabilityBin bin) => Math.Abs(bin.Confidence - bin.Accuracy);
}
