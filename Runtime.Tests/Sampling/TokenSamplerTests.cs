using System;
using System.Linq;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Sampling;

/// <summary>What is kept, what is drawn, and how often.</summary>
public sealed class TokenSamplerTests
{
    private const int Vocabulary = 150_000;

    /// <summary>Of 64, 32, .. 1, 1: the probabilities 1/2, 1/4, .. are exact.</summary>
    private static readonly double[] s_halves = [.. new[] { 1, 2, 64, 4, 32, 8, 16, 1 }.Select(w => Math.Log(w))];

    [Fact]
    public void NothingIsLeftOutUnlessAsked()
    {
        var candidates = Candidates(new(), s_halves);
        Assert.Equal(Enumerable.Range(0, 8), candidates.Select(c => c.Token));
        Assert.Equal(0.5, candidates[2].Probability, 1e-13);
        Assert.Equal(1, candidates.Sum(c => c.Probability), 1e-13);
    }

    [Theory]
    [InlineData(0.4, new[] { 2 })]
    [InlineData(0.6, new[] { 2, 4 })]
    [InlineData(0.76, new[] { 2, 4, 6 })]
    [InlineData(0.99, new[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(1, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    public void TopPKeepsTheLeastSet(double topP, int[] kept)
        => Assert.Equal(kept, Candidates(new() { TopP = topP }, s_halves).Select(c => c.Token));

    [Theory]
    [InlineData(1, new[] { 2 })]
    [InlineData(3, new[] { 2, 4, 6 })]
    [InlineData(7, new[] { 0, 1, 2, 3, 4, 5, 6 })]
    [InlineData(8, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    [InlineData(1000, new[] { 0, 1, 2, 3, 4, 5, 6, 7 })]
    public void TopKKeepsTheHighest(int k, int[] kept)
        => Assert.Equal(kept, Candidates(new() { TopK = k }, s_halves).Select(c => c.Token));

    [Theory]
    [InlineData(0.26, new[] { 2, 4 })]
    [InlineData(0.24, new[] { 2, 4, 6 })]
    [InlineData(1, new[] { 2 })]
    public void MinPIsAShareOfTheHighest(double minP, int[] kept)
    {
        Assert.Equal(kept, Candidates(new() { MinP = minP }, s_halves).Select(c => c.Token));
        Assert.Equal(kept, Candidates(new() { MinP = minP, TopK = 5 }, s_halves).Select(c => c.Token));
    }

    [Fact]
    public void TopPCountsFromWhatTopKKeeps()
    {
        // Of the best three, 4/7, 2/7 and 1/7: without top-k the first two would have 0.75.
        Assert.Equal([2, 4], Candidates(new() { TopK = 3, TopP = 0.84 }, s_halves).Select(c => c.Token));
        Assert.Equal([2, 4, 6], Candidates(new() { TopP = 0.84 }, s_halves).Select(c => c.Token));
        Assert.Equal(2.0 / 3, Candidates(new() { TopK = 3, TopP = 0.84 }, s_halves)[0].Probability, 1e-13);
    }

    [Fact]
    public void TemperatureIsAPowerOfTheProbabilities()
    {
        var candidates = Candidates(new() { Temperature = 0.5, TopK = 2 }, s_halves);
        Assert.Equal(0.8, candidates[0].Probability, 1e-13);
        candidates = Candidates(new() { Temperature = 2, TopK = 3 }, s_halves);
        Assert.Equal(2, Math.Pow(candidates[0].Probability / candidates[2].Probability, 2) / 2, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-320)]
    public void TemperatureZeroIsTheHighest(double temperature)
        => Assert.Equal([2], Candidates(new() { Temperature = temperature }, [1, 5, 7, 7, 3]).Select(c => c.Token));

    [Fact]
    public void RepetitionPenaltyCountsOnce()
    {
        SamplingOptions options = new() { RepetitionPenalty = 2 };
        var once = Candidates(options, [2, -1, 0.5], 0, 1);
        var twice = Candidates(options, [2, -1, 0.5], 1, 0, 1, 0);
        Assert.Equal(once, twice);
        var expected = new double[3];
        Kernels.Softmax<double>([1, -2, 0.5], expected);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], once[i].Probability, 1e-14);
        Assert.Equal([2], Candidates(new() { RepetitionPenalty = 8, Temperature = 0 }, [2, -1, 0.5], 0).Select(c => c.Token));
    }

    [Fact]
    public void MaskedTokensAreNeverDrawn()
    {
        double[] logits = [double.NegativeInfinity, 1, double.NegativeInfinity, 1];
        foreach (var options in new SamplingOptions[] { new(), new() { TopK = 3 }, new() { TopP = 0.9 }, new() { MinP = 0.1 }, new() { TopK = 3, TopP = 0.9 } })
            Assert.Equal([1, 3], Candidates(options, logits).Select(c => c.Token));
    }

    [Fact]
    public void OfEqualTokensTheFirstAreKept()
    {
        var logits = new double[100];
        Assert.Equal(Enumerable.Range(0, 10), Candidates(new() { TopP = 0.095 }, logits).Select(c => c.Token));
        Assert.Equal(Enumerable.Range(0, 7), Candidates(new() { TopK = 7 }, logits).Select(c => c.Token));
    }

    [Fact]
    public void TypesOfNumbersAgree()
    {
        Half[] halves = [(Half)1, (Half)2.5, (Half)(-1)];
        var sampler = new TokenSampler(new(), 1);
        var expected = sampler.Candidates(new LogitsSpan<double>([1, 2.5, -1], 3)).ToArray();
        Assert.Equal(expected, sampler.Candidates(new LogitsSpan<Half>(halves, 3)).ToArray());
        Assert.Equal(expected, sampler.Candidates(new LogitsSpan<float>([1, 2.5f, -1], 3)).ToArray());
    }

    [Fact]
    public void LeastSetOfALargeVocabulary()
    {
        var logits = Logits(seed: 3);
        foreach (var topP in new[] { 0.1, 0.9, 0.999 })
        {
            var candidates = Candidates(new() { TopP = topP }, logits);
            var probabilities = new double[Vocabulary];
            Kernels.Softmax<double>(logits, probabilities);
            var kept = candidates.Select(c => probabilities[c.Token]).Order().ToArray();
            Assert.InRange(kept.Sum(), topP - 1e-12, 1);
            Assert.True(kept.Skip(1).Sum() < topP, "Without its least probable token the set must not reach the share.");
            Assert.Equal(kept.Length, probabilities.Count(p => p >= kept[0]));
        }
    }

    [Fact]
    public void TheSameSeedDrawsTheSame()
    {
        var logits = Logits(seed: 4);
        int[] Draw(ulong seed)
        {
            var sampler = new TokenSampler(new() { Temperature = 0.8, TopK = 200, TopP = 0.95 }, seed);
            return [.. Enumerable.Range(0, 20).Select(_ => sampler.Sample(new LogitsSpan<double>(logits, Vocabulary)))];
        }
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void AFixedSeedDrawsTheseTokens()
    {
        var sampler = new TokenSampler(new(), 42);
        Assert.Equal([2, 2, 4, 6, 6, 4, 4, 5], Enumerable.Range(0, 8).Select(_ => sampler.Sample(new LogitsSpan<double>(s_halves, 8))));
    }

    [Theory]
    [InlineData(1, 1, 0, 8)]
    [InlineData(0.7, 1, 0, 8)]
    [InlineData(1, 0.9, 4, 3)]
    public void TokensAreDrawnAsOftenAsTheirProbabilitiesSay(double temperature, double topP, int topK, int kept)
    {
        var sampler = new TokenSampler(new() { Temperature = temperature, TopP = topP, TopK = topK }, 11);
        var candidates = sampler.Candidates(new LogitsSpan<double>(s_halves, 8)).ToArray();
        Assert.Equal(kept, candidates.Length);
        ChiSquared.Check(candidates, () => sampler.Sample(new LogitsSpan<double>(s_halves, 8)));
    }

    [Theory]
    [InlineData(double.NaN, "The logit of token 1 was NaN")]
    [InlineData(double.PositiveInfinity, "The logit of token 1 was positive infinity")]
    public void WhatIsNoLogitIsRefused(double logit, string message)
        => Assert.Contains(message, Assert.Throws<ArgumentException>("logits", () => Candidates(new(), [0, logit, 1])).Message);

    [Fact]
    public void AllMaskedIsRefused()
        => Assert.Contains("All 2 tokens were masked", Assert.Throws<ArgumentException>("logits", () => Candidates(new(), [double.NegativeInfinity, double.NegativeInfinity])).Message);

    [Fact]
    public void SeveralRowsAreRefused()
        => Assert.Contains("There were 2 rows", Assert.Throws<ArgumentException>("logits", () => new TokenSampler(new(), 1).Sample(new LogitsSpan<double>(new double[4], 2))).Message);

    [Fact]
    public void APreviousTokenIsOfTheVocabulary()
        => Assert.Contains("must be from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>("previousTokens", () => Candidates(new(), [1, 2, 3], 3)).Message);

    [Fact]
    public void OptionsAreNeeded() => Assert.Throws<ArgumentNullException>("options", () => new TokenSampler(null!, 1));

    public static TheoryData<string, Func<SamplingOptions>> Wrong => new()
    {
        { "Temperature", () => new() { Temperature = -1 } },
        { "Temperature", () => new() { Temperature = double.NaN } },
        { "TopK", () => new() { TopK = -1 } },
        { "TopP", () => new() { TopP = 0 } },
        { "TopP", () => new() { TopP = 1.1 } },
        { "MinP", () => new() { MinP = -0.1 } },
        { "RepetitionPenalty", () => new() { RepetitionPenalty = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongOptionIsNamed(string name, Func<SamplingOptions> make)
        => Assert.Contains($"{name} must be", Assert.Throws<ArgumentOutOfRangeException>(name, make).Message);

    private static TokenProbability[] Candidates(SamplingOptions options, double[] logits, params int[] previous)
        => new TokenSampler(options, 1).Candidates(new LogitsSpan<double>(logits, logits.Length), previous).ToArray();

    private static double[] Logits(ulong seed)
    {
        var random = new Xoshiro256(seed);
        return [.. Enumerable.Range(0, Vocabulary).Select(_ => 2 * random.NextGumbel())];
    }
}
