using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The mean difference of the distances to the maxima, less that of the log-sum-exps above them.</summary>
internal readonly unsafe struct KullbackLeiblerRows<T>(T* results) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Of how many rows the logarithms are taken together.</summary>
    private const int MostRows = 64;

    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var batch = new RowBatch<TLanes, TNumber>();
        double* otherMax = stackalloc double[MostRows], otherLog = stackalloc double[MostRows];
        double* log = stackalloc double[MostRows], distance = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var rows = (int)nint.Min(MostRows, block.Rows - first);
            batch.Run(block.Other + (first * block.Classes), null, rows, block.Classes, 1, false, otherMax, otherLog);
            for (var r = 0; r < rows; r++)
            {
                var start = (first + r) * block.Classes;
                var row = RowMeans<TLanes, TNumber>.Of(block.Logits + start, block.Other + start, block.Classes, otherMax[r]);
                log[r] = row.Excess < 0 ? double.NaN : row.Excess;
                distance[r] = row.Distance;
            }
            Logarithms.Log1P(log, rows);
            Logarithms.Log1P(otherLog, rows);
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(Math.Max(distance[r] - (log[r] - otherLog[r]), 0));
        }
        return 0;
    }
}
