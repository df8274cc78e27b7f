using System;
using System.Linq;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Sampling;

/// <summary>The least set against sorting everything.</summary>
public sealed class LeastSetTests
{
    [Fact]
    public void IsThatOfTheSortedWeights()
    {
        var random = new Xoshiro256(7);
        foreach (var count in new[] { 1, 2, 3, 31, 32, 33, 100, 1000, 4097 })
        {
            // Whole numbers, so that sums are exact in any order; few different ones, so that there are ties.
            foreach (var different in new[] { 1, 3, 50, 1_000_000 })
            {
                var weights = Enumerable.Range(0, count).Select(_ => Math.Floor(random.NextDouble() * different) + 1).ToArray();
                foreach (var share in new[] { 1e-9, 0.1, 0.5, 0.9, 0.999, 1 })
                    Check(weights, Math.Ceiling(weights.Sum() * share));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OrderDoesNotMatter(bool descending)
    {
        var weights = Enumerable.Range(1, 10_000).Select(i => (double)(descending ? 10_001 - i : i)).ToArray();
        Check(weights, Math.Floor(weights.Sum() * 0.7));
    }

    [Theory]
    [InlineData(new double[] { 4, 1, 4, 1, 1 }, 8)]
    [InlineData(new double[] { 8, 4, 2, 1 }, 12)]
    [InlineData(new double[] { 1, 1.5, 1.25, 1.75 }, 3.25)]
    public void ASumThatIsJustReachedNeedsNoMore(double[] weights, double sum)
    {
        Check(weights, sum);
        Check([.. Enumerable.Repeat(weights, 50).SelectMany(w => w)], 50 * sum);
    }

    [Fact]
    public void IsEverythingWhereTheSumIsNotReached()
    {
        Assert.Equal((1, 1), LeastSet.Find([1, 2, 3], 100));
        Assert.Equal((2, 50), LeastSet.Find([.. Enumerable.Repeat(2.0, 50)], 1000));
    }

    private static void Check(double[] weights, double sum)
    {
        var sorted = weights.OrderDescending().ToArray();
        var (count, reached) = (0, 0.0);
        while (reached < sum)
            reached += sorted[count++];
        var (threshold, equal) = LeastSet.Find([.. weights], sum);
        Assert.Equal(sorted[count - 1], threshold);
        Assert.Equal(count, weights.Count(w => w > threshold) + equal);
    }
}
