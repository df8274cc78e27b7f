using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The log-sum-exp less the maximum, plus the mean distance to the maximum: no term is negative.</summary>
internal readonly unsafe struct EntropyRows<T>(T* results) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Of how many rows the logarithms are taken together.</summary>
    private const int MostRows = 64;

    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var means = stackalloc RowMean[MostRows];
        var log = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var rows = (int)nint.Min(MostRows, block.Rows - first);
            RowMeans<TLanes, TNumber>.Run(block.Logits + (first * block.Classes), null, rows, block.Classes, weighs: true, null, means);
            for (var r = 0; r < rows; r++)
                log[r] = means[r].Excess;
            Logarithms.Log1P(log, rows);
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(log[r] - means[r].Distance);
        }
        return 0;
    }
}
