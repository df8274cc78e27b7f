using System;
using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSumExpRows<T>(T* results) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var statistics = new RowStatistics<TLanes, TNumber>();
        double* max = stackalloc double[RowStatistics<TLanes, TNumber>.MostRows], log = stackalloc double[RowStatistics<TLanes, TNumber>.MostRows];
        for (nint first = 0; first < block.Rows; first += RowStatistics<TLanes, TNumber>.MostRows)
        {
            var rows = (int)nint.Min(RowStatistics<TLanes, TNumber>.MostRows, block.Rows - first);
            statistics.Of(block.Logits + (first * block.Classes), rows, block.Classes, max, log);
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(double.IsInfinity(max[r]) ? max[r] : max[r] + log[r]);
        }
        return 0;
    }
}
