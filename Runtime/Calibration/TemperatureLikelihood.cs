using System;
using System.Numerics;

namespace Logits.Calibration;

/// <summary>
/// The log-likelihood of labels, as a function of the inverse b of a temperature: sum(b * x[label] - log(sum(exp(b * x)))).
/// </summary>
internal sealed class TemperatureLikelihood<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The logits, less the highest of their row.</summary>
    private readonly double[] _below;
    private readonly int _classes;
    private readonly ClassIndices _labels;

    public TemperatureLikelihood(Logits<T> logits, ClassIndices labels, string name)
    {
        _classes = logits.Classes;
        _labels = labels;
        _below = new double[logits.RowCount * _classes];
        for (var r = 0; r < logits.RowCount; r++)
        {
            var row = logits[r];
            var highest = double.CreateTruncating(row.Values[row.ArgMax()]);
            if (!double.IsFinite(highest))
                throw new ArgumentException(FormattableString.Invariant($"The highest logit of row {r} was {highest}; it must be finite."), name);
            if (T.IsNegativeInfinity(row.Values[labels[r]]))
                throw new ArgumentException($"The logit of the label of row {r} was masked (negative infinity); it must be finite.", name);
            for (var c = 0; c < _classes; c++)
                _below[(r * _classes) + c] = double.CreateTruncating(row.Values[c]) - highest;
        }
    }

    /// <summary>The first derivative, and minus the second: sums of the distance from the mean logit, and of the variance.</summary>
    public (double Slope, double Curvature) Derivatives(double inverse)
    {
        double slope = 0, curvature = 0;
        for (var r = 0; r < _labels.Count; r++)
        {
            var row = _below.AsSpan(r * _classes, _classes);
            double weights = 0, sum = 0, squares = 0;
            foreach (var x in row)
            {
                if (double.IsNegativeInfinity(x))
                    continue;
                var weight = Math.Exp(inverse * x);
                weights += weight;
                sum += weight * x;
                squares += weight * x * x;
            }
            var mean = sum / weights;
            slope += row[_labels[r]] - mean;
            curvature += (squares / weights) - (mean * mean);
        }
        return (slope, curvature);
    }
}
