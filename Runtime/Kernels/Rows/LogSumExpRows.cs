using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct LogSumExpRows<T>(T* results) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
            results[block.First + r] = T.CreateTruncating(PlainRow.LogSumExp(block.Logits + (r * block.Classes), block.Classes));
        return 0;
    }
}
