using System;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Calibration;

/// <summary>
/// Calibration of multiclass logits by one number that they are divided by (Guo et al., "On calibration of modern neural networks", 2017).
/// It changes how sure a model is, and never which class it prefers. Fit it on labelled samples that the model was not trained with.
/// </summary>
public sealed class TemperatureScaling
{
    /// <summary>
    /// Temperatures are looked for from this to its inverse; where the likelihood has no maximum, one of them is the result.
    /// </summary>
    private const double Least = 1e-3;

    private TemperatureScaling(double temperature, ModelId model)
    {
        Temperature = temperature;
        Model = model;
    }

    /// <summary>What the logits are divided by, from 0.001 to 1000: above 1 the model was too sure, below 1 not sure enough.</summary>
    public double Temperature { get; }

    /// <summary>The model that this was fitted for; <c>default</c> if it is not known.</summary>
    public ModelId Model { get; }

    /// <summary>Finds the temperature at which the labels are most likely.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The logits of one sample or more. Masked classes (negative infinity) count for nothing.</param>
    /// <param name="labels">The class that is right, for each sample.</param>
    /// <exception cref="ArgumentException">
    /// There are no samples, not one label for each, or a logit is NaN or positive infinity, or that of a label is masked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is not a class.</exception>
    public static TemperatureScaling Fit<T>(Logits<T> logits, ClassIndices labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(logits.RowCount, labels.Count, nameof(logits), nameof(labels));
        labels.CheckClasses(logits.Classes, nameof(labels));
        var likelihood = new TemperatureLikelihood<T>(logits, labels, nameof(logits));
        // The likelihood is concave in the inverse of the temperature: Newton's steps, kept between two bounds that close in.
        double low = Least, high = 1 / Least, inverse = 1, before = double.PositiveInfinity;
        for (var i = 0; i < 200; i++)
        {
            var (slope, curvature) = likelihood.Derivatives(inverse);
            if (slope == 0)
                break;
            if (slope > 0)
                low = inverse;
            else
                high = inverse;
            var next = inverse + (slope / curvature);
            // A step that leads out of the bounds, to NaN, or on where the last one gained little, is replaced by a half of the interval.
            if (!(next > low && next < high) || Math.Abs(slope) > before / 2)
                next = Math.Sqrt(low * high);
            if (Math.Abs(next - inverse) <= 1e-14 * inverse)
                break;
            inverse = next;
            before = Math.Abs(slope);
        }
        return new TemperatureScaling(1 / inverse, logits.Model);
    }

    /// <summary>The calibrated probabilities.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Of the model that this was fitted for.</param>
    /// <exception cref="ArgumentException">The logits are of another model.</exception>
    public Probabilities<T> Apply<T>(Logits<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.OfModel(Model, logits.Model, nameof(logits));
        return logits.Temperature(T.CreateTruncating(Temperature)).Softmax();
    }
}
