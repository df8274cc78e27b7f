using System.Numerics;

namespace Logits.Numerics;

/// <summary>The maximum and the log-sum-exp of rows.</summary>
internal unsafe struct RowStatistics<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How many rows can be asked for at once.</summary>
    public const int MostRows = 64;

    private RowSums<TLanes, TNumber> _sums = new();

    public RowStatistics()
    {
    }

    /// <param name="x">The rows, one after the other.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="n">The length of a row.</param>
    /// <param name="max">For each row its maximum; NaN if a number is NaN.</param>
    /// <param name="log">For each row the logarithm of the sum of exp(x - max); NaN as in <see cref="RowSum.Sum"/>.</param>
    public void Of(TNumber* x, int rows, nint n, double* max, double* log)
    {
        for (var r = 0; r < rows; r++)
        {
            var row = _sums.Of(x + (r * n), null, n);
            max[r] = row.Max;
            log[r] = row.Excess;
        }
        Logarithms.Log1P(log, rows);
    }
}
