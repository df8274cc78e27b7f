using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSigmoidElements : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        // Of float, that would be more than the compiler inlines.
        if (typeof(TNumber) == typeof(double))
            MapLoop<TLanes, TNumber>.Run(block.Logits, block.Destination, block.Rows, new LogSigmoidMap<TLanes, TNumber>(), new LogSigmoidMap<LanesPair<TLanes, TNumber>, TNumber>(), block.Streams);
        else
            MapLoop<TLanes, TNumber>.Run(block.Logits, block.Destination, block.Rows, new LogSigmoidMap<TLanes, TNumber>(), block.Streams);
        return 0;
    }
}
