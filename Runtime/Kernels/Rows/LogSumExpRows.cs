using System.Numerics;
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
            for (var r = 0; r < rows; r++)
                results[block.First + first + r] = T.CreateTruncating(double.IsInfinity(max[r]) ? max[r] : max[r] + log[r]);
        }
        return 0;
    }
}
