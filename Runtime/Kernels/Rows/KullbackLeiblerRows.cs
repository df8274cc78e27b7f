using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>The mean difference of the logits less that of the log-sum-exps.</summary>
internal readonly unsafe struct KullbackLeiblerRows<T>(T* results) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        RowSums<TLanes, TNumber> sums = new(), otherSums = new();
        for (nint r = 0; r < block.Rows; r++)
        {
            TNumber* x = block.Logits + (r * block.Classes), z = block.Other + (r * block.Classes);
            RowSum p = sums.Of(x, null, block.Classes), q = otherSums.Of(z, null, block.Classes);
            var logs = Logarithms.Log1P(p.Excess) - Logarithms.Log1P(q.Excess);
            results[block.First + r] = T.CreateTruncating(Math.Max(RowLoops<TLanes, TNumber>.Mean(x, z, block.Classes, p, q.Max) - logs, 0));
        }
        return 0;
    }
}
