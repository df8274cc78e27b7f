using System;
using System.Numerics;

namespace Logits.Sampling;

/// <summary>
/// The generator xoshiro256** 1.0 of Blackman and Vigna ("Scrambled linear pseudorandom number generators", 2021), seeded by SplitMix64:
/// the same seed gives the same numbers on every machine and in every version. Period 2^256 - 1; not for secrets, not for several threads.
/// </summary>
public sealed class Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A generator that starts anew.</summary>
    /// <param name="seed">Any number; near ones give sequences that have nothing in common.</param>
    public Xoshiro256(ulong seed)
        : this(SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed))
    {
    }

    internal Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The next 64 bits, all even likely.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>The next number in [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// The next number of the standard Gumbel distribution, <c>-log(-log(u))</c>, from about -3.6 to 36.7. Added to logits, it makes their
    /// maximum a sample of their softmax.
    /// </summary>
    public double NextGumbel()
    {
        // The middle of one of 2^52 steps, which is exact: never 0, never 1.
        var u = ((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));
        return -Math.Log(-Math.Log(u));
    }

    /// <summary>The output of Steele, Lea and Flood's SplitMix64 ("Fast splittable pseudorandom number generators", 2014).</summary>
    internal static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
