using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with dense targets t. A row's target is q[c] = w[c] * (t[c] * (1 - smoothing) + smoothing / classes), its loss
/// sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct DenseCrossEntropyRows<T>(T* weights, T* losses, double smoothing, double scale) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        double total = 0;
        for (nint r = 0; r < block.Rows; r++)
        {
            T* x = block.Logits + (r * block.Classes), t = block.Other + (r * block.Classes);
            var gradient = block.Destination == null ? null : block.Destination + (r * block.Classes);
            double loss = 0, targets = 0, logSumExp = PlainRow.LogSumExp(x, block.Classes);
            for (nint c = 0; c < block.Classes; c++)
            {
                var target = this.Target(t, c, block.Classes);
                targets += target;
                loss += target == 0 ? 0 : target * (logSumExp - double.CreateTruncating(x[c]));
            }
            for (nint c = 0; gradient != null && c < block.Classes; c++)
                gradient[c] = T.CreateTruncating(scale * ((targets * Math.Exp(double.CreateTruncating(x[c]) - logSumExp)) - this.Target(t, c, block.Classes)));
            if (losses != null)
                losses[block.First + r] = T.CreateTruncating(loss);
            total += loss;
        }
        return total;
    }

    private double Target(T* targets, nint c, nint classes)
        => (weights == null ? 1 : double.CreateTruncating(weights[c])) * ((double.CreateTruncating(targets[c]) * (1 - smoothing)) + (smoothing / classes));
}
