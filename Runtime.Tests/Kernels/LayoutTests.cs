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

    [Fact]
    public void RowsGoFromStridesToNeighbours()
    {
        double[] rows = [1, 2, 3, 4, 5, 7, -1, 0, 1000], columns = [1, 4, -1, 2, 5, 0, 3, 7, 1000];
        double[] softmax = new double[9], logSoftmax = new double[9], y = new double[9];
        Kernels.Softmax<double>(rows, 3, softmax);
        Kernels.LogSoftmax<double>(rows, 3, logSoftmax);
        Kernels.Softmax<double>(columns, new ClassLayout([3, 3], axis: 0), y, 3);
        Assert.Equal(softmax, y);
        Kernels.LogSoftmax<double>(columns, new ClassLayout([3, 3], axis: 0), y, 3);
        Assert.Equal(logSoftmax, y);
    }

    [Fact]
    public void RowsGoFromNeighboursToStrides()
    {
        double[] rows = [1, 2, 3, 4, 5, 7, -1, 0, 1000], softmax = new double[9], y = new double[9];
        Kernels.Softmax<double>(rows, 3, softmax);
        Kernels.Softmax<double>(rows, 3, y, new ClassLayout([3, 3], axis: 0));
        Assert.Equal(softmax, (double[])[y[0], y[3], y[6], y[1], y[4], y[7], y[2], y[5], y[8]]);
    }
}
