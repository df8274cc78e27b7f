using System;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

internal readonly unsafe struct LogSumExpRows<T>(T* results) : ILaneKernel
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
        double* max = stackalloc double[MostRows], log = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var rows = (int)nint.Min(MostRows, block.Rows - first);
            batch.Run(block.Logits + (first * block.Classes), null, rows, block.Classes, 1, false, max, log);
            Logarithms.Log1P(log, rows);
            Span<double> sum = new(log, rows), maxima = new(max, rows);
            if (!double.IsFinite(TensorPrimitives.MaxMagnitude<double>(maxima)))
            {
                for (var r = 0; r < rows; r++)
                    sum[r] = double.IsInfinity(max[r]) ? 0 : sum[r];
            }
            TensorPrimitives.Add(sum, maxima, sum);
            TensorPrimitives.ConvertTruncating<double, T>(sum, new(results + block.First + first, rows));
        }
        return 0;
    }
}
