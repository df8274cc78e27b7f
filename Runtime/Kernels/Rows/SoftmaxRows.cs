using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct SoftmaxRows : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        new RowBatch<TLanes, TNumber>().Run(block.Logits, block.Destination, block.Rows, block.Classes, 1, block.Streams, null, null);
        return 0;
    }
}
