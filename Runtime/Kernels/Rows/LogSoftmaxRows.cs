using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSoftmaxRows : ILaneKernel
{
    /// <summary>How many numbers are looked at before they are written, so that they are still in the first cache.</summary>
    private const int TileElements = 4096;

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var statistics = new RowStatistics<TLanes, TNumber>();
        double* max = stackalloc double[RowStatistics<TLanes, TNumber>.MostRows], log = stackalloc double[RowStatistics<TLanes, TNumber>.MostRows];
        var tile = nint.Clamp(TileElements / block.Classes, 1, RowStatistics<TLanes, TNumber>.MostRows);
        for (nint first = 0; first < block.Rows; first += tile)
        {
            var rows = (int)nint.Min(tile, block.Rows - first);
            statistics.Of(block.Logits + (first * block.Classes), rows, block.Classes, max, log);
            for (var r = 0; r < rows; r++)
            {
                var start = (first + r) * block.Classes;
                MapLoop<TLanes, TNumber>.Run(block.Logits + start, block.Destination + start, block.Classes, new SubtractMap<TLanes, TNumber>(max[r], log[r]), block.Streams);
            }
        }
        return 0;
    }
}
