using System;

namespace Logits.Calibration;

/// <summary>Collects samples by confidence.</summary>
internal sealed class ReliabilityHistogram
{
    private readonly int[] _counts;
    private readonly int[] _right;
    private readonly double[] _confidences;

    public ReliabilityHistogram(int bins, string name)
    {
        if (bins < 1)
            throw new ArgumentOutOfRangeException(name, bins, "There must be at least one bin.");
        _counts = new int[bins];
        _right = new int[bins];
        _confidences = new double[bins];
    }

    public void Add(double confidence, bool right, int sample, string name)
    {
        // Rounding may leave the probability of a sure class a little above 1.
        if (!(confidence is >= 0 and <= 1 + 1e-3))
            throw new ArgumentException(FormattableString.Invariant($"The probability of sample {sample} was {confidence}; it must be from 0 to 1."), name);
        var bin = Math.Min((int)(confidence * _counts.Length), _counts.Length - 1);
        _counts[bin]++;
        _right[bin] += right ? 1 : 0;
        _confidences[bin] += Math.Min(confidence, 1);
    }

    public ReliabilityBin[] Bins()
    {
        var bins = new ReliabilityBin[_counts.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = new ReliabilityBin((double)i / bins.Length, (i + 1.0) / bins.Length, _counts[i], _confidences[i] / _counts[i], (double)_right[i] / _counts[i]);
        return bins;
    }
}
