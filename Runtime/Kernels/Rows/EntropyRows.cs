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
        double* log = stackalloc double[MostRows], distance = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var rows = (int)nint.Min(MostRows, block.Rows - first);
            for (var r = 0; r < rows; r++)
            {
                var row = RowMeans<TLanes, TNumber>.Of(block.Logits + ((first + r) * block.Classes), null, block.Classes);
                log[r] = row.Excess < 0 ? double.NaN : row.Excess;
                distance[r] = row.Distance;
            }
            Logarithms.Log1P(log, rows);
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(log[r] - distance[r]);
        }
        return 0;
    }
}
