using System;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Calibration;

/// <summary>
/// Calibration of binary logits x by a line: <c>sigmoid(slope * x + intercept)</c> (Platt, "Probabilistic outputs for support vector
/// machines", 1999). Fit it on labelled samples that the model was not trained with.
/// </summary>
public sealed class PlattScaling
{
    private PlattScaling(double slope, double intercept, ModelId model)
    {
        Slope = slope;
        Intercept = intercept;
        Model = model;
    }

    /// <summary>What the logits are multiplied by; negative if higher logits meant no.</summary>
    public double Slope { get; }

    /// <summary>What is then added.</summary>
    public double Intercept { get; }

    /// <summary>The model that this was fitted for; <c>default</c> if it is not known.</summary>
    public ModelId Model { get; }

    /// <summary>Finds the line at which the labels are most likely.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">One or more, finite.</param>
    /// <param name="labels">For each whether yes is right.</param>
    /// <remarks>
    /// Platt's targets (p + 1) / (p + 2) for the p samples with yes and 1 / (n + 2) for the n samples with no keep the line finite where
    /// the samples can be separated. Newton's method with a line search: Lin, Lin and Weng, "A note on Platt's probabilistic outputs for
    /// support vector machines", 2007.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no samples, not one label for each, or a logit is not finite.</exception>
    public static PlattScaling Fit<T>(BinaryLogits<T> logits, [BinaryLabels] ReadOnlySpan<bool> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(logits.Count, labels.Length, nameof(logits), nameof(labels));
        var line = new PlattLikelihood(Samples.Finite(logits, nameof(logits)), labels);
        var (slope, intercept) = (0.0, line.PriorLogOdds);
        var loss = line.Loss(slope, intercept);
        for (var i = 0; i < 100; i++)
        {
            var (slopeStep, interceptStep, descent) = line.Newton(slope, intercept);
            // Armijo's rule: a step counts if it takes at least a small part of what the derivative promises.
            var size = 1.0;
            var next = line.Loss(slope + slopeStep, intercept + interceptStep);
            while (next > loss + (1e-4 * size * descent) && size > 1e-10)
            {
                size /= 2;
                next = line.Loss(slope + (size * slopeStep), intercept + (size * interceptStep));
            }
            if (!(next < loss))
                break;
            (slope, intercept, loss) = (slope + (size * slopeStep), intercept + (size * interceptStep), next);
        }
        return new PlattScaling(slope, intercept, logits.Model);
    }

    /// <summary>The calibrated probabilities.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Of the model that this was fitted for.</param>
    /// <exception cref="ArgumentException">The logits are of another model.</exception>
    public BinaryProbabilities<T> Apply<T>(BinaryLogits<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.OfModel(Model, logits.Model, nameof(logits));
        var result = logits.Tensor.Fresh(out var values);
        for (var i = 0; i < values.Length; i++)
            values[i] = T.CreateTruncating((Slope * double.CreateTruncating(logits[i])) + Intercept);
        Kernels.Sigmoid<T>(values, values);
        return new BinaryProbabilities<T>(result);
    }
}
