using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct SoftplusElements : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (typeof(TNumber) == typeof(double) && LanesPair<TLanes, TNumber>.Pays(block.Rows))
            MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(block.Logits, block.Destination, block.Rows, new SoftplusMap<LanesPair<TLanes, TNumber>, TNumber>(), block.Streams);
        else
            MapLoop<TLanes, TNumber>.Run(block.Logits, block.Destination, block.Rows, new SoftplusMap<TLanes, TNumber>(), block.Streams);
        return 0;
    }
}
