using System;
using System.Linq;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

public sealed unsafe class HalfConversionTests
{
    [Fact]
    public void EveryHalfIsWidenedExactly()
    {
        Half[] halves = [.. Enumerable.Range(0, 1 << 16).Select(b => BitConverter.UInt16BitsToHalf((ushort)b))];
        var floats = new float[halves.Length];
        fixed (Half* from = halves)
        fixed (float* to = floats)
            HalfConversion.Widen(from, to, halves.Length);
        Assert.Equal(halves.Select(h => (float)h), floats);
    }

    [Fact]
    public void FloatsAreRoundedToTheNearestHalf()
    {
        var random = new Random(15);
        float[] floats =
        [
            .. Enumerable.Range(0, 1 << 16).Select(b => (float)BitConverter.UInt16BitsToHalf((ushort)b)),
            // Halfway between two, and next to it.
            .. Enumerable.Range(0, 31 << 10).Select(b => ((float)BitConverter.UInt16BitsToHalf((ushort)b) + (float)BitConverter.UInt16BitsToHalf((ushort)(b + 1))) / 2),
            .. Enumerable.Range(0, 31 << 10).Select(b => MathF.BitIncrement(((float)BitConverter.UInt16BitsToHalf((ushort)b) + (float)BitConverter.UInt16BitsToHalf((ushort)(b + 1))) / 2)),
            .. Enumerable.Range(0, 100_000).Select(_ => BitConverter.Int32BitsToSingle(random.Next())),
            .. (float[])[65_504, 65_519, 65_520, -65_520, 1e30f, float.Epsilon, -float.Epsilon, 5.9604645e-8f, 2.9802322e-8f, 3e-8f],
        ];
        var halves = new Half[floats.Length];
        fixed (float* from = floats)
        fixed (Half* to = halves)
            HalfConversion.Narrow(from, to, floats.Length);
        Assert.Equal(floats.Select(f => (Half)f), halves);
    }
}
