using System;
using System.Collections.Generic;
using System.Linq;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Sampling;

/// <summary>Pearson's test that tokens are drawn as often as they should be.</summary>
internal static class ChiSquared
{
    private const int Draws = 100_000;

    /// <summary>At a fixed seed the outcome is fixed; a right sampler passes with any but about one seed in 10,000.</summary>
    public static void Check(IReadOnlyList<TokenProbability> expected, Func<int> draw)
    {
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < Draws; i++)
        {
            var token = draw();
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }
        Assert.Empty(counts.Keys.Except(expected.Select(e => e.Token)));
        var statistic = expected.Sum(e => Math.Pow(counts.GetValueOrDefault(e.Token) - (e.Probability * Draws), 2) / (e.Probability * Draws));
        Assert.InRange(statistic, 0, Quantile(expected.Count - 1));
    }

    /// <summary>The 0.9999 quantile of chi-squared by Wilson and Hilferty's approximation.</summary>
    private static double Quantile(int degrees)
    {
        const double Normal = 3.719;
        var spread = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - spread + (Normal * Math.Sqrt(spread)), 3);
    }
}
