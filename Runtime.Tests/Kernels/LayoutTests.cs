using System;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Rows along any axis, through any strides, give what the same rows give as neighbours.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void AMiddleAxisIsNormalisedAlongItself()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 1000, 0, -1000, 7, double.NegativeInfinity, 7];
        var y = new double[12];
        Kernels.Softmax<double>(x, new ClassLayout([2, 3, 2], axis: 1), y);
        for (var outer = 0; outer < 2; outer++)
        {
            for (var inner = 0; inner < 2; inner++)
            {
                double[] row = [x[(outer * 6) + inner], x[(outer * 6) + 2 + inner], x[(outer * 6) + 4 + inner]];
                var expected = new double[3];
                Kernels.Softmax<double>(row, expected);
                Assert.Equal(expected, (double[])[y[(outer * 6) + inner], y[(outer * 6) + 2 + inner], y[(outer * 6) + 4 + inner]]);
            }
        }
    }
}
