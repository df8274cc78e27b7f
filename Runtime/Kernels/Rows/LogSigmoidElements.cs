using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSigmoidElements : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        // Of float, pairs would be more than the compiler inlines.
        var paired = typeof(TNumber) == typeof(double) ? LanesPair<TLanes, TNumber>.Paired(block.Rows) : 0;
        if (paired > 0)
            MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(block.Logits, block.Destination, paired, new LogSigmoidMap<LanesPair<TLanes, TNumber>, TNumber>(), block.Streams);
        if (paired < block.Rows)
            MapLoop<TLanes, TNumber>.Run(block.Logits + paired, block.Destination + paired, block.Rows - paired, new LogSigmoidMap<TLanes, TNumber>(), block.Streams && paired == 0);
        return 0;
    }
}
