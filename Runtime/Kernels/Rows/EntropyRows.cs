using System.Numerics;

namespace Logits.Numerics;

/// <summary>The log-sum-exp less the maximum, plus the mean distance to the maximum: no term is negative.</summary>
internal readonly unsafe struct EntropyRows<T>(T* results) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var sums = new RowSums<TLanes, TNumber>();
        for (nint r = 0; r < block.Rows; r++)
        {
            var x = block.Logits + (r * block.Classes);
            var row = sums.Of(x, null, block.Classes);
            results[block.First + r] = T.CreateTruncating(Logarithms.Log1P(row.Excess) - RowLoops<TLanes, TNumber>.Mean(x, null, block.Classes, row));
        }
        return 0;
    }
}
