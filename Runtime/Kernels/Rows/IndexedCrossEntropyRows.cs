using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with class indices. A row's target is q[c] = w[c] * (smoothing / classes + (c is the label ? 1 - smoothing : 0)),
/// its loss sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct IndexedCrossEntropyRows<T, TLabel>(TLabel* labels, T* weights, T* losses, double smoothing, long? ignored, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    /// <summary>Of how many rows the logarithms are taken together.</summary>
    private const int MostRows = 64;

    [SkipLocalsInit]
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var batch = new RowBatch<TLanes, TNumber>();
        var sums = new RowSums<TLanes, TNumber>();
        double* logs = stackalloc double[MostRows], distances = stackalloc double[MostRows], targets = stackalloc double[MostRows];
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var part = block.Part(first, MostRows);
            if (weights == null && smoothing == 0)
                OneHot(ref batch, in part, logs, distances, targets);
            else
                Spread(ref sums, in part, logs, distances, targets);
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

    /// <summary>For each row its excess, the sum of its targets, and the sum of target * (maximum - logit).</summary>
    [SkipLocalsInit]
    private void OneHot<TLanes, TNumber>(ref RowBatch<TLanes, TNumber> batch, in RowBlock<TNumber> part, double* excesses, double* distances, double* targets)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double* maxima = stackalloc double[MostRows];
        for (nint r = 0; r < part.Rows; r++)
        {
            var label = long.CreateTruncating(labels[part.First + r]);
            targets[r] = label == ignored ? 0 : 1;
            distances[r] = label == ignored ? 0 : -double.CreateTruncating(part.Logits[(r * part.Classes) + (nint)label]);
        }
        batch.Run(part.Logits, part.Destination, part.Rows, part.Classes, scale, part.Streams, maxima, excesses);
        for (nint r = 0; r < part.Rows; r++)
        {
            distances[r] += maxima[r];
            if (part.Destination == null)
                continue;
            var gradient = part.Destination + (r * part.Classes);
            if (targets[r] == 0)
            {
                new Span<TNumber>(gradient, (int)part.Classes).Clear();
                continue;
            }
            // Of a probability near 1 the others know better what is missing.
            ref var atLabel = ref gradient[long.CreateTruncating(labels[part.First + r])];
            atLabel = TNumber.CreateTruncating(distances[r] == 0 ? -scale * (excesses[r] / (1 + excesses[r])) : double.CreateTruncating(atLabel) - scale);
        }
    }

    /// <inheritdoc cref="OneHot"/>
    private void Spread<TLanes, TNumber>(ref RowSums<TLanes, TNumber> sums, in RowBlock<TNumber> part, double* excesses, double* distances, double* targets)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (nint r = 0; r < part.Rows; r++)
        {
            var x = part.Logits + (r * part.Classes);
            var gradient = part.Destination == null ? null : part.Destination + (r * part.Classes);
            var label = long.CreateTruncating(labels[part.First + r]);
            (excesses[r], distances[r], targets[r]) = label == ignored ? Ignore(gradient, part.Classes) : Spread(ref sums, x, gradient, part.Classes, label, part.Streams);
        }
    }

    private static (double Excess, double Distance, double Targets) Ignore<TNumber>(TNumber* gradient, nint classes)
        where TNumber : unmanaged
    {
        if (gradient != null)
            new Span<TNumber>(gradient, (int)classes).Clear();
        return default;
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
