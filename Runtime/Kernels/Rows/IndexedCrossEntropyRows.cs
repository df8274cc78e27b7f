using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with class indices. A row's target is q[c] = w[c] * (smoothing / classes + (c is the label ? 1 - smoothing : 0)),
/// its loss sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct IndexedCrossEntropyRows<T, TLabel>(TLabel* labels, T* weights, T* losses, double smoothing, long? ignored, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    private const int MostRows = 64;

    private bool IsOneHot => weights == null && smoothing == 0;

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var sums = new RowSums<TLanes, TNumber>();
        double* logs = stackalloc double[MostRows], distances = stackalloc double[MostRows], targets = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var part = block.Part(first, MostRows);
            for (nint r = 0; r < part.Rows; r++)
            {
                var x = part.Logits + (r * part.Classes);
                var gradient = part.Destination == null ? null : part.Destination + (r * part.Classes);
                var label = long.CreateTruncating(labels[part.First + r]);
                (logs[r], distances[r], targets[r]) = label == ignored ? Ignore(gradient, part.Classes)
                    : IsOneHot ? OneHot(ref sums, x, gradient, part.Classes, label, part.Streams)
                    : Spread(ref sums, x, gradient, part.Classes, label, part.Streams);
            }
            Logarithms.Log1P(logs, (int)part.Rows);
            for (nint r = 0; r < part.Rows; r++)
            {
                var loss = targets[r] == 0 ? 0 : (targets[r] * logs[r]) + distances[r];
                if (losses != null)
                    losses[part.First + r] = T.CreateTruncating(loss);
                total += loss;
            }
        }
        return total;
    }

    private static (double Excess, double Distance, double Targets) Ignore<TNumber>(TNumber* gradient, nint classes)
        where TNumber : unmanaged
    {
        if (gradient != null)
            new Span<TNumber>(gradient, (int)classes).Clear();
        return default;
    }

    private (double Excess, double Distance, double Targets) OneHot<TLanes, TNumber>(
        ref RowSums<TLanes, TNumber> sums, TNumber* x, TNumber* gradient, nint classes, long label, bool streams)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var logit = double.CreateTruncating(x[label]);
        if (gradient == null)
        {
            var sum = sums.Of(x, null, classes);
            return (sum.Excess, sum.Max - logit, 1);
        }
        var row = Softmax<TLanes, TNumber>.Row(ref sums, x, gradient, classes, scale, streams);
        // Of a probability near 1 the others know better what is missing.
        var missing = logit == row.Max ? -scale * (row.Excess / (1 + row.Excess)) : double.CreateTruncating(gradient[label]) - scale;
        gradient[label] = TNumber.CreateTruncating(missing);
        return (row.Excess, row.Max - logit, 1);
    }

    private (double Excess, double Distance, double Targets) Spread<TLanes, TNumber>(
        ref RowSums<TLanes, TNumber> sums, TNumber* x, TNumber* gradient, nint classes, long label, bool streams)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var max = RowLoops<TLanes, TNumber>.Max(x, classes);
        double targets = 0, distance = 0;
        for (nint c = 0; c < classes; c++)
        {
            var target = Target(c, label, classes);
            targets += target;
            distance += target == 0 ? 0 : target * (max - double.CreateTruncating(x[c]));
        }
        if (gradient == null)
            return (sums.Of(x, null, classes).Excess, distance, targets);
        var row = Softmax<TLanes, TNumber>.Row(ref sums, x, gradient, classes, scale * targets, streams);
        for (nint c = 0; c < classes; c++)
            gradient[c] = TNumber.CreateTruncating(double.CreateTruncating(gradient[c]) - (scale * Target(c, label, classes)));
        return (row.Excess, distance, targets);
    }

    private double Target(nint c, long label, nint classes)
        => (weights == null ? 1 : double.CreateTruncating(weights[c])) * ((smoothing / classes) + (c == label ? 1 - smoothing : 0));
}
