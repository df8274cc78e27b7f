using System;

namespace Logits.Calibration;

/// <summary>The sigmoid cross-entropy of <c>slope * x + intercept</c> with Platt's targets, and its Newton steps.</summary>
internal readonly ref struct PlattLikelihood
{
    private readonly double[] _logits;
    private readonly ReadOnlySpan<bool> _labels;
    private readonly double _yes;
    private readonly double _no;

    public PlattLikelihood(double[] logits, ReadOnlySpan<bool> labels)
    {
        _logits = logits;
        _labels = labels;
        double positive = labels.Count(true), negative = labels.Length - positive;
        _yes = (positive + 1) / (positive + 2);
        _no = 1 / (negative + 2);
        PriorLogOdds = Math.Log((positive + 1) / (negative + 1));
    }

    /// <summary>The intercept to start from: the odds of the labels alone.</summary>
    public double PriorLogOdds { get; }

    public double Loss(double slope, double intercept)
    {
        double sum = 0;
        for (var i = 0; i < _logits.Length; i++)
        {
            var x = (slope * _logits[i]) + intercept;
            // softplus(x) - t * x, with no exponential that overflows.
            sum += Math.Max(x, 0) - (Target(i) * x) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
        }
        return sum;
    }

    /// <summary>
    /// The step to the minimum of the quadratic approximation, and the derivative of the loss along it, which is not positive.
    /// </summary>
    public (double Slope, double Intercept, double Descent) Newton(double slope, double intercept)
    {
        // What is added to the diagonal keeps the matrix positive definite where all logits are equal.
        double bySlope = 0, byIntercept = 0, slopeSlope = 1e-12, slopeIntercept = 0, interceptIntercept = 1e-12;
        for (var i = 0; i < _logits.Length; i++)
        {
            var x = _logits[i];
            var p = 1 / (1 + Math.Exp(-((slope * x) + intercept)));
            var error = p - Target(i);
            var weight = p * (1 - p);
            bySlope += error * x;
            byIntercept += error;
            slopeSlope += weight * x * x;
            slopeIntercept += weight * x;
            interceptIntercept += weight;
        }
        var determinant = (slopeSlope * interceptIntercept) - (slopeIntercept * slopeIntercept);
        var slopeStep = -((interceptIntercept * bySlope) - (slopeIntercept * byIntercept)) / determinant;
        var interceptStep = -((slopeSlope * byIntercept) - (slopeIntercept * bySlope)) / determinant;
        return (slopeStep, interceptStep, (bySlope * slopeStep) + (byIntercept * interceptStep));
    }

    private double Target(int i) => _labels[i] ? _yes : _no;
}
