using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with dense targets t. A row's target is q[c] = w[c] * (t[c] * (1 - smoothing) + smoothing / classes), its loss
/// sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct DenseCrossEntropyRows<T>(T* weights, T* losses, double smoothing, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var sums = new RowSums<TLanes, TNumber>();
        for (nint r = 0; r < block.Rows; r++)
        {
            TNumber* x = block.Logits + (r * block.Classes), t = block.Other + (r * block.Classes);
            var max = RowLoops<TLanes, TNumber>.Max(x, block.Classes);
            double targets = 0, distance = 0;
            for (nint c = 0; c < block.Classes; c++)
            {
                var target = Target(t, c, block.Classes);
                targets += target;
                distance += target == 0 ? 0 : target * (max - double.CreateTruncating(x[c]));
            }
            RowSum row;
            if (block.Destination == null)
            {
                row = sums.Of(x, null, block.Classes);
            }
            else
            {
                var gradient = block.Destination + (r * block.Classes);
                row = Softmax<TLanes, TNumber>.Row(ref sums, x, gradient, block.Classes, scale * targets, block.Streams);
                sums.Scale(block.Classes);
                for (nint c = 0; c < block.Classes; c++)
                    gradient[c] = TNumber.CreateTruncating(double.CreateTruncating(gradient[c]) - (scale * Target(t, c, block.Classes)));
            }
            var loss = (targets * Logarithms.Log1P(row.Excess)) + distance;
            if (losses != null)
                losses[block.First + r] = T.CreateTruncating(loss);
            total += loss;
        }
        return total;
    }

    private double Target<TNumber>(TNumber* targets, nint c, nint classes)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        => (weights == null ? 1 : double.CreateTruncating(weights[c])) * ((double.CreateTruncating(targets[c]) * (1 - smoothing)) + (smoothing / classes));
}
