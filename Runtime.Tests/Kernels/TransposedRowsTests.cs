using System;
using System.Linq;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Which rows are taken together, and what they come to.</summary>
public sealed class TransposedRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(16)]
    public unsafe void RowsAreTakenTogetherUnlessOneIsOutOfReach(int n)
    {
        Assert.True(TransposedRows<Lanes128<float>, float>.Fit(n));
        var rows = 3 * Lanes128<float>.Count;
        float[] x = [.. Enumerable.Range(0, rows * n).Select(i => (float)Math.Sin(i))];
        double[] maxima = new double[rows], excesses = new double[rows];
        Assert.True(TryRun());
        for (var r = 0; r < rows; r++)
        {
            double[] row = [.. x[(r * n)..((r + 1) * n)].Select(v => (double)v)];
            Assert.Equal(row.Max(), maxima[r]);
            Assert.Equal(row.Sum(v => Math.Exp(v - row.Max())) - 1, excesses[r], 1e-6);
        }
        foreach (var at in (int[])[0, n - 1, (5 * n) + (n / 2)])
        {
            var before = x[at];
            x[at] = float.NegativeInfinity;
            Assert.Equal(n > 1, TryRun());
            foreach (var far in (float[])[float.NaN, float.PositiveInfinity, 1e5f])
            {
                x[at] = far;
                Assert.False(TryRun());
            }
            x[at] = before;
        }
        Assert.True(TryRun());

        bool TryRun()
        {
            fixed (float* from = x)
            fixed (double* max = maxima, excess = excesses)
                return TransposedRows<Lanes128<float>, float>.TryRun(from, rows, n, max, excess);
        }
    }
}
