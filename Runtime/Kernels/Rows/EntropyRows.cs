using System;
using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct EntropyRows<T>(T* results) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            var x = block.Logits + (r * block.Classes);
            var (max, sum) = PlainRow.Sum(x, block.Classes);
            // log(sum) plus the mean distance to the maximum: no term is negative.
            double distance = 0;
            for (nint i = 0; i < block.Classes; i++)
            {
                var below = max - double.CreateTruncating(x[i]);
                var weight = Math.Exp(-below);
                distance += weight == 0 ? 0 : weight * below;
            }
            results[block.First + r] = T.CreateTruncating(Math.Log(sum) + (distance / sum));
        }
        return 0;
    }
}
