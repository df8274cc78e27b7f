using System.Collections.Generic;
using System.Linq;

namespace Logits.Benchmarks.Analysis;

/// <summary>Quantiles of measurements: always one of the measured values.</summary>
internal static class Quantiles
{
    /// <summary>The value in the middle; of an even number of values the upper one.</summary>
    public static double Median(IEnumerable<double> values) => Of(values, 0.5);

    /// <summary>The value that has this share of the values, from 0 to below 1, in front of it when they are sorted.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)(sorted.Count * share)];
    }
}
