using System.Linq;
using System.Numerics;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Sampling;

/// <summary>The generator against the outputs of its authors' programs.</summary>
public sealed class Xoshiro256Tests
{
    [Fact]
    public void GivesThePublishedSequence()
    {
        var random = new Xoshiro256(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, expected.Select(_ => random.NextUInt64()).ToArray());
    }

    [Fact]
    public void IsSeededBySplitMix64()
    {
        ulong state = 1234567;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431];
        Assert.Equal(expected, expected.Select(_ => Xoshiro256.SplitMix64(ref state)).ToArray());
        Assert.Equal(new Xoshiro256(expected[0], expected[1], expected[2], expected[3]).NextUInt64(), new Xoshiro256(1234567).NextUInt64());
    }

    [Fact]
    public void NoiseIsFiniteAtBothEnds()
    {
        // With a second word of 0 the next 64 bits are 0; with this one they are all set.
        Assert.Equal(0UL, new Xoshiro256(1, 0, 0, 0).NextUInt64());
        Assert.InRange(new Xoshiro256(1, 0, 0, 0).NextGumbel(), -3.7, -3.5);
        var ones = unchecked(BitOperations.RotateRight(ulong.MaxValue * 0x8E38E38E38E38E39, 7) * 0xCCCCCCCCCCCCCCCD);
        Assert.Equal(ulong.MaxValue, new Xoshiro256(1, ones, 0, 0).NextUInt64());
        Assert.InRange(new Xoshiro256(1, ones, 0, 0).NextDouble(), 0.99, 1 - 1e-16);
        Assert.InRange(new Xoshiro256(1, ones, 0, 0).NextGumbel(), 36, 38);
    }

    [Fact]
    public void NumbersHaveTheMeansOfTheirDistributions()
    {
        const int Count = 100_000;
        var random = new Xoshiro256(1);
        var uniform = Enumerable.Range(0, Count).Select(_ => random.NextDouble()).ToArray();
        Assert.All(uniform, u => Assert.InRange(u, 0, 0.9999999999999999));
        Assert.InRange(uniform.Average(), 0.497, 0.503);
        // The mean of the Gumbel distribution is Euler's constant, its standard deviation 1.28.
        Assert.InRange(Enumerable.Range(0, Count).Average(_ => random.NextGumbel()), 0.5772 - 0.013, 0.5772 + 0.013);
    }
}
