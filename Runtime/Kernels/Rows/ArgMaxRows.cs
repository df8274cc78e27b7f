using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct ArgMaxRows<T>(int* results) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            var x = block.Logits + (r * block.Classes);
            nint best = 0;
            for (nint i = 1; i < block.Classes && !T.IsNaN(x[best]); i++)
            {
                if (!(x[i] <= x[best]))
                    best = i;
            }
            results[block.First + r] = (int)best;
        }
        return 0;
    }
}
