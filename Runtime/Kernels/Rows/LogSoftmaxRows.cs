using System;
using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSoftmaxRows<T> : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            T* x = block.Logits + (r * block.Classes), y = block.Destination + (r * block.Classes);
            var (max, sum) = PlainRow.Sum(x, block.Classes);
            var log = Math.Log(sum);
            for (nint i = 0; i < block.Classes; i++)
                y[i] = T.CreateTruncating(double.CreateTruncating(x[i]) - max - log);
        }
        return 0;
    }
}
