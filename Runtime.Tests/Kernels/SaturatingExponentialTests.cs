using System;
using System.Linq;
using System.Numerics;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>The exponential in fewer steps is the other one, to the last bit, and leaves the range of numbers where that is held against limits.</summary>
public sealed class SaturatingExponentialTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-17)]
    [InlineData(119)]
    [InlineData(-120)]
    public void IsTheSame(double k)
    {
        if (Lanes512<float>.IsSupported)
            Check<Lanes512<float>, float>(k);
        if (Lanes512<double>.IsSupported)
        {
            Check<Lanes512<double>, double>(k);
            Check<Lanes512<double>, double>(k * 8);
        }
    }

    [Fact]
    public void OtherLanesHaveNone()
    {
        Assert.False(SaturatingExponential<Lanes256<float>, float>.Reaches(0));
        Assert.False(SaturatingExponential<Lanes128<double>, double>.Reaches(0));
        Assert.False(SaturatingExponential<LanesScalar<float>, float>.Reaches(0));
        Assert.True(SaturatingExponential<Lanes512<float>, float>.Reaches(120));
        Assert.False(SaturatingExponential<Lanes512<float>, float>.Reaches(121));
    }

    private static unsafe void Check<TLanes, TNumber>(double k)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Assert.True(SaturatingExponential<TLanes, TNumber>.Reaches(k));
        var one = Exponential<TLanes, TNumber>.Of(k);
        var other = SaturatingExponential<TLanes, TNumber>.Of(k);
        var (random, center) = (new Random(3), k * Math.Log(2));
        for (var round = 0; round < 1000; round++)
        {
            TNumber[] numbers = [.. Enumerable.Range(0, TLanes.Count).Select(_ => TNumber.CreateTruncating(center - 60 + (145 * random.NextDouble())))];
            fixed (TNumber* p = numbers)
            {
                var x = TLanes.Load(p);
                Same<TLanes, TNumber>(one.ScaledOf(x), other.ScaledOf(x));
                Same<TLanes, TNumber>(one.ScaledTermOf(x, out var part, out var quotient), other.ScaledTermOf(x, out var otherPart, out var otherQuotient));
                Same<TLanes, TNumber>(part, otherPart);
                Same<TLanes, TNumber>(quotient, otherQuotient);
            }
        }
        // Twice as far as numbers reach.
        var far = typeof(TNumber) == typeof(double) ? 1500 : 200;
        Assert.Equal(0, At(center - far));
        Assert.Equal(0, At(-1e9));
        Assert.False(double.IsFinite(At(center + far)));
        Assert.True(double.IsNaN(At(double.NegativeInfinity)));
        Assert.True(double.IsNaN(At(double.PositiveInfinity)));
        Assert.True(double.IsNaN(At(double.NaN)));

        double At(double x) => TLanes.FirstLane(other.ScaledOf(TLanes.Create(x)));
    }

    private static unsafe void Same<TLanes, TNumber>(TLanes expected, TLanes actual)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TNumber[] one = new TNumber[TLanes.Count], other = new TNumber[TLanes.Count];
        fixed (TNumber* p = one, q = other)
        {
            TLanes.Store(expected, p);
            TLanes.Store(actual, q);
        }
        Assert.Equal(one, other);
    }
}
