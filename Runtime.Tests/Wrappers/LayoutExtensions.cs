using Logits.Sampling;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>What the tests of layouts say often.</summary>
internal static class LayoutExtensions
{
    /// <summary>A whole number from 0 to below the limit, a small one.</summary>
    public static int NextInt(this Xoshiro256 random, int limit) => (int)(random.NextDouble() * limit);

    /// <summary>The rows twice.</summary>
    public static Logits<double> Concatenated(this Logits<double> logits) => Logits<double>.Concatenate(logits, logits);
}
