using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

internal readonly unsafe struct LogSoftmaxRows : ILaneKernel
{
    private const int MostRows = 64;

    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var batch = new RowBatch<TLanes, TNumber>();
        double* max = stackalloc double[MostRows], log = stackalloc double[MostRows];
        var tile = RowBatch<TLanes, TNumber>.Tile(block.Logits, block.Classes);
        for (nint first = 0; first < block.Rows; first += tile)
        {
            var rows = (int)nint.Min(tile, block.Rows - first);
            var x = block.Logits + (first * block.Classes);
            var y = block.Destination + (first * block.Classes);
            batch.Run(x, null, rows, block.Classes, 1, false, max, log);
            Logarithms.Log1P(log, rows);
            if (!block.Streams)
            {
                RowLoops<TLanes, TNumber>.Subtract(x, y, rows, block.Classes, max, log);
                continue;
            }
            for (nint r = 0; r < rows; r++)
                MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(x + (r * block.Classes), y + (r * block.Classes), block.Classes, new SubtractMap<LanesPair<TLanes, TNumber>, TNumber>(max[r], log[r]), streams: true);
        }
        return 0;
    }
}
