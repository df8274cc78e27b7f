using System;
using System.Linq;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Sampling;

/// <summary>The maximum of logits plus noise is a sample of their softmax.</summary>
public sealed class GumbelMaxTests
{
    private static readonly double[] s_logits = [1, 2, double.NegativeInfinity, 0.5, 1.5];

    [Fact]
    public void DrawsAsOftenAsSoftmaxSays()
    {
        var random = new Xoshiro256(5);
        ChiSquared.Check(Expected(), () => GumbelMax.Sample(new LogitsSpan<double>(s_logits, 5), random));
    }

    [Fact]
    public void TheFirstOfSeveralIsASampleToo()
    {
        var random = new Xoshiro256(6);
        var drawn = new int[3];
        ChiSquared.Check(Expected(), () =>
        {
            GumbelMax.SampleWithoutReplacement(new LogitsSpan<double>(s_logits, 5), random, drawn);
            Assert.Equal(3, drawn.Distinct().Count());
            return drawn[0];
        });
    }

    [Fact]
    public void NoMoreThanThereAreCanBeDrawn()
    {
        var drawn = new int[4];
        GumbelMax.SampleWithoutReplacement(new LogitsSpan<double>(s_logits, 5), new Xoshiro256(1), drawn);
        Assert.Equal([0, 1, 3, 4], drawn.Order());
        var error = Assert.Throws<ArgumentException>("destination", () => GumbelMax.SampleWithoutReplacement(new LogitsSpan<double>(s_logits, 5), new Xoshiro256(1), new int[5]));
        Assert.Contains("The length was 5; it must be at most 4", error.Message);
        Assert.Throws<ArgumentException>("logits", () => GumbelMax.Sample(new LogitsSpan<double>([double.NaN], 1), new Xoshiro256(1)));
        Assert.Throws<ArgumentNullException>("random", () => GumbelMax.Sample(new LogitsSpan<double>([1], 1), null!));
    }

    private static TokenProbability[] Expected() => new TokenSampler(new(), 1).Candidates(new LogitsSpan<double>(s_logits, 5)).ToArray();
}
