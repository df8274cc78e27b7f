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
        RowMean* p = stackalloc RowMean[MostRows], q = stackalloc RowMean[MostRows];
        double* log = stackalloc double[MostRows], otherLog = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var rows = (int)nint.Min(MostRows, block.Rows - first);
            TNumber* x = block.Logits + (first * block.Classes), z = block.Other + (first * block.Classes);
            RowMeans<TLanes, TNumber>.Run(z, null, rows, block.Classes, weighs: false, null, q);
            RowMeans<TLanes, TNumber>.Run(x, z, rows, block.Classes, weighs: true, q, p);
            for (var r = 0; r < rows; r++)
                (log[r], otherLog[r]) = (p[r].Excess, q[r].Excess);
            Logarithms.Log1P(log, rows);
            Logarithms.Log1P(otherLog, rows);
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(Math.Max(p[r].Distance - (log[r] - otherLog[r]), 0));
        }
        return 0;
    }
}
