using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct ArgMaxRows(int* results) : ILaneKernel
{
    /// <summary>How many numbers are looked through for the one that is the maximum.</summary>
    private const int TileElements = 1024;

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (nint r = 0; r < block.Rows; r++)
            results[block.First + r] = (int)Row<TLanes, TNumber>(block.Logits + (r * block.Classes), block.Classes);
        return 0;
    }

    private static nint Row<TLanes, TNumber>(TNumber* x, nint n)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var best = double.NegativeInfinity;
        nint tile = 0;
        for (nint i = 0; i < n && !double.IsNaN(best); i += TileElements)
        {
            var max = RowLoops<TLanes, TNumber>.MaxOrNaN(x + i, nint.Min(n - i, TileElements));
            if (!(max <= best))
                (best, tile) = (max, i);
        }
        return tile + RowLoops<TLanes, TNumber>.IndexOf(x + tile, n - tile, best);
    }
}
