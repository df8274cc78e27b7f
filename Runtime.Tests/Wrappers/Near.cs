using System;
using System.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>Numbers that are equal but for the rounding of a kernel, which may take another way for another layout.</summary>
internal static class Near
{
    /// <summary>Within some units in the last place of 1, or of the number if it is larger.</summary>
    public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var unit = T.BitIncrement(T.Max(T.One, T.Abs(expected[i]))) - T.Max(T.One, T.Abs(expected[i]));
            if (expected[i] != actual[i] && !(T.Abs(expected[i] - actual[i]) <= T.CreateChecked(8) * unit))
                Assert.Fail($"Number {i} was {actual[i]:R}; expected {expected[i]:R}.");
        }
    }
}
