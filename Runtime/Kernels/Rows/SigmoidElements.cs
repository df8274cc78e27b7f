using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct SigmoidElements : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var paired = LanesPair<TLanes, TNumber>.Paired(block.Rows);
        if (paired > 0)
            MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(block.Logits, block.Destination, paired, new SigmoidMap<LanesPair<TLanes, TNumber>, TNumber>(), block.Streams);
        if (paired < block.Rows)
            MapLoop<TLanes, TNumber>.Run(block.Logits + paired, block.Destination + paired, block.Rows - paired, new SigmoidMap<TLanes, TNumber>(), block.Streams && paired == 0);
        return 0;
    }
}
