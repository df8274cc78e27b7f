using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogitElements : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        MapLoop<TLanes, TNumber>.Run(block.Logits, block.Destination, block.Rows, default(LogitMap<TLanes, TNumber>), default(LogitMap<LanesPair<TLanes, TNumber>, TNumber>), block.Streams);
        return 0;
    }
}
