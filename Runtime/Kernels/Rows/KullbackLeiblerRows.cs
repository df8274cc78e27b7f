using System;
using System.Numerics;

namespace Logits.Numerics;

internal readonly unsafe struct KullbackLeiblerRows<T>(T* results) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            T* x = block.Logits + (r * block.Classes), z = block.Other + (r * block.Classes);
            double p = PlainRow.LogSumExp(x, block.Classes), q = PlainRow.LogSumExp(z, block.Classes), sum = 0;
            for (nint i = 0; i < block.Classes; i++)
            {
                double logP = double.CreateTruncating(x[i]) - p, logQ = double.CreateTruncating(z[i]) - q, weight = Math.Exp(logP);
                sum += weight == 0 && !double.IsNaN(logQ) ? 0 : weight * (logP - logQ);
            }
            results[block.First + r] = T.CreateTruncating(Math.Max(sum, 0));
        }
        return 0;
    }
}
