using System;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Calibration;

/// <summary>
/// The mean squared distance of probabilities from what happened (Brier, "Verification of forecasts expressed in terms of probability",
/// 1950): the lower the better, for calibration and for sharpness.
/// </summary>
public static class BrierScore
{
    /// <summary>Of multiclass probabilities: the squares are summed over the classes, as in Brier's definition.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="probabilities">Of one sample or more.</param>
    /// <param name="labels">The class that is right, for each sample.</param>
    /// <returns>From 0 (always right and sure) to 2 (always wrong and sure).</returns>
    /// <exception cref="ArgumentException">There are no samples, or not one label for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public static double Of<T>(Probabilities<T> probabilities, ClassIndices labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(probabilities.RowCount, labels.Count, nameof(probabilities), nameof(labels));
        labels.CheckClasses(probabilities.Classes, nameof(labels));
        double sum = 0;
        for (var r = 0; r < probabilities.RowCount; r++)
        {
            var row = probabilities[r].Values;
            for (var c = 0; c < row.Length; c++)
                sum += Square(double.CreateTruncating(row[c]) - (c == labels[r] ? 1 : 0));
        }
        return sum / probabilities.RowCount;
    }

    /// <summary>Of binary probabilities.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="probabilities">Of one sample or more.</param>
    /// <param name="labels">For each whether yes is right.</param>
    /// <returns>From 0 (always right and sure) to 1 (always wrong and sure).</returns>
    /// <exception cref="ArgumentException">There are no samples, or not one label for each.</exception>
    public static double Of<T>(BinaryProbabilities<T> probabilities, [BinaryLabels] ReadOnlySpan<bool> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(probabilities.Count, labels.Length, nameof(probabilities), nameof(labels));
        double sum = 0;
        for (var i = 0; i < labels.Length; i++)
            sum += Square(double.CreateTruncating(probabilities[i]) - (labels[i] ? 1 : 0));
        return sum / labels.Length;
    }

    private static double Square(double x) => x * x;
}
