using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct SoftmaxRows : ILaneKernel
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var sums = new RowSums<TLanes, TNumber>();
        for (nint r = 0; r < block.Rows; r++)
        {
            TNumber* x = block.Logits + (r * block.Classes), y = block.Destination + (r * block.Classes);
            Softmax<TLanes, TNumber>.Row(ref sums, x, y, block.Classes, 1, block.Streams);
        }
        return 0;
    }
}
