using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with class indices. A row's target is q[c] = w[c] * (smoothing / classes + (c is the label ? 1 - smoothing : 0)),
/// its loss sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct IndexedCrossEntropyRows<T, TLabel>(TLabel* labels, T* weights, T* losses, double smoothing, long? ignored, double scale) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    public double Run(in RowBlock<T> block)
    {
        double total = 0;
        for (nint r = 0; r < block.Rows; r++)
        {
            var x = block.Logits + (r * block.Classes);
            var gradient = block.Destination == null ? null : block.Destination + (r * block.Classes);
            var label = long.CreateTruncating(labels[block.First + r]);
            double loss = 0;
            if (label == ignored)
            {
                if (gradient != null)
                    new Span<T>(gradient, (int)block.Classes).Clear();
            }
            else
            {
                var logSumExp = PlainRow.LogSumExp(x, block.Classes);
                double targets = 0;
                for (nint c = 0; c < block.Classes; c++)
                {
                    var target = this.Target(c, label, block.Classes);
                    targets += target;
                    loss += target == 0 ? 0 : target * (logSumExp - double.CreateTruncating(x[c]));
                }
                for (nint c = 0; gradient != null && c < block.Classes; c++)
                    gradient[c] = T.CreateTruncating(scale * ((targets * Math.Exp(double.CreateTruncating(x[c]) - logSumExp)) - this.Target(c, label, block.Classes)));
            }
            if (losses != null)
                losses[block.First + r] = T.CreateTruncating(loss);
            total += loss;
        }
        return total;
    }

    private double Target(nint c, long label, nint classes)
        => (weights == null ? 1 : double.CreateTruncating(weights[c])) * ((smoothing / classes) + (c == label ? 1 - smoothing : 0));
}
