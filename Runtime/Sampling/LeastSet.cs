using System;
using System.Numerics;

namespace Logits.Sampling;

/// <summary>The least set of the highest weights that reaches a sum, found by partitions: about linear, without sorting all of them.</summary>
internal static class LeastSet
{
    /// <summary>Below this, sorting is quicker than another partition.</summary>
    private const int Few = 32;

    /// <summary>Where the set ends.</summary>
    /// <param name="weights">Positive and finite; left in another order.</param>
    /// <param name="sum">What the set must reach; all weights are the set where they do not.</param>
    /// <returns>The set is all weights above the threshold, and so many of those that are equal to it.</returns>
    public static (double Threshold, int Equal) Find(Span<double> weights, double sum)
    {
        var partitions = 2 * BitOperations.Log2((uint)weights.Length + 1);
        while (weights.Length > Few && partitions-- > 0)
        {
            var pivot = Median(weights[0], weights[weights.Length / 2], weights[^1]);
            var (above, equal, sumAbove) = Partition(weights, pivot);
            if (sumAbove >= sum)
            {
                weights = weights[..above];
                continue;
            }
            sum -= sumAbove;
            var needed = Math.Max(Math.Ceiling(sum / pivot), 1);
            if (needed <= equal || above + equal == weights.Length)
                return (pivot, (int)Math.Min(needed, equal));
            sum -= equal * pivot;
            weights = weights[(above + equal)..];
        }
        // The last few, or, where the pivots were bad ones again and again, the rest.
        weights.Sort(static (left, right) => right.CompareTo(left));
        var end = 0;
        while (end < weights.Length - 1 && weights[end] < sum)
            sum -= weights[end++];
        var ties = 1;
        while (ties <= end && weights[end - ties] == weights[end])
            ties++;
        return (weights[end], ties);
    }

    /// <summary>Puts the weights above the pivot first, then those equal to it.</summary>
    private static (int Above, int Equal, double SumAbove) Partition(Span<double> weights, double pivot)
    {
        int above = 0, next = 0, below = weights.Length;
        double sum = 0;
        while (next < below)
        {
            var weight = weights[next];
            if (weight > pivot)
            {
                sum += weight;
                weights[next++] = weights[above];
                weights[above++] = weight;
            }
            else if (weight < pivot)
            {
                weights[next] = weights[--below];
                weights[below] = weight;
            }
            else
            {
                next++;
            }
        }
        return (above, below - above, sum);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
