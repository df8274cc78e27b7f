using System;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with class indices. A row's target is q[c] = w[c] * (smoothing / classes + (c is the label ? 1 - smoothing : 0)),
/// its loss sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct IndexedCrossEntropyRows<T, TLabel>(TLabel* labels, double* weights, T* losses, double smoothing, long? ignored, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    /// <summary>Of how many rows the logarithms are taken together.</summary>
    private const int MostRows = 64;

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var batch = new RowBatch<TLanes, TNumber>();
        var tile = smoothing == 0 ? MostRows : RowBatch<TLanes, TNumber>.Tile(block.Logits, block.Classes);
        for (nint first = 0; first < block.Rows; first += tile)
        {
            var part = block.Part(first, tile);
            total += smoothing == 0 ? OneHot(ref batch, in part) : Smoothed(ref batch, in part);
        }
        return total;
    }

    /// <summary>The losses of rows of which only the label has a target.</summary>
    [SkipLocalsInit]
    private double OneHot<TLanes, TNumber>(ref RowBatch<TLanes, TNumber> batch, in RowBlock<TNumber> part)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double* maxima = stackalloc double[MostRows], logs = stackalloc double[MostRows], logits = stackalloc double[MostRows];
        nint rows = part.Rows, classes = part.Classes;
        var of = labels + part.First;
        var (ignores, except) = (ignored.HasValue, ignored.GetValueOrDefault());
        // Before the gradient is written over them.
        var row = part.Logits;
        for (nint r = 0; r < rows; r++)
        {
            var label = long.CreateTruncating(of[r]);
            logits[r] = ignores && label == except ? double.NaN : double.CreateTruncating(row[(nint)label]);
            row += classes;
        }
        batch.Run(part.Logits, part.Destination, rows, classes, scale, part.Streams, maxima, logs);
        if (part.Destination != null)
            SubtractTargets(in part, maxima, logs, logits);
        Logarithms.Log1P(logs, (int)rows);
        Span<double> loss = new(logs, (int)rows), distance = new(logits, (int)rows);
        TensorPrimitives.Subtract(new ReadOnlySpan<double>(maxima, (int)rows), distance, distance);
        TensorPrimitives.Add(loss, distance, loss);
        for (nint r = 0; (ignores || weights != null) && r < rows; r++)
        {
            var label = long.CreateTruncating(of[r]);
            // What weighs nothing does not hide a row that has no distribution.
            if (ignores && label == except)
                logs[r] = 0;
            else
                logs[r] = double.IsInfinity(logs[r]) && Weight(label) == 0 ? 0 : Weight(label) * logs[r];
        }
        return CrossEntropyRows.Total(losses, part.First, loss);
    }

    /// <summary>Makes gradients of softmax(x) * scale.</summary>
    private void SubtractTargets<TNumber>(in RowBlock<TNumber> part, double* maxima, double* excesses, double* logits)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        var classes = part.Classes;
        var of = labels + part.First;
        var gradient = part.Destination;
        var one = scale;
        var (ignores, except) = (ignored.HasValue, ignored.GetValueOrDefault());
        for (nint r = 0; r < part.Rows; r++)
        {
            var label = long.CreateTruncating(of[r]);
            var row = gradient + (r * classes);
            if (ignores && label == except)
            {
                new Span<TNumber>(row, (int)classes).Clear();
                continue;
            }
            // Of a probability near 1 the others know better what is missing.
            row[(nint)label] = TNumber.CreateTruncating(maxima[r] == logits[r] ? -one * (excesses[r] / (1 + excesses[r])) : double.CreateTruncating(row[(nint)label]) - one);
            if (weights != null)
                TargetLoops<TNumber>.Subtract(row, classes, weights[label], 0, new(null, 0, 0, null));
        }
    }

    /// <summary>The losses of rows of which all classes have a target.</summary>
    [SkipLocalsInit]
    private double Smoothed<TLanes, TNumber>(ref RowBatch<TLanes, TNumber> batch, in RowBlock<TNumber> part)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double* maxima = stackalloc double[MostRows], logs = stackalloc double[MostRows], distances = stackalloc double[MostRows], sums = stackalloc double[MostRows];
        nint rows = part.Rows, classes = part.Classes;
        var of = labels + part.First;
        var targets = new RowTargets<TNumber>(null, 0, smoothing / classes, weights);
        // Before the gradient is written over the logits.
        for (nint r = 0; r < rows; r++)
        {
            var label = long.CreateTruncating(of[r]);
            if (label == ignored)
                continue;
            var row = part.Logits + (r * classes);
            var max = RowLoops<TLanes, TNumber>.Max(row, classes);
            var own = (1 - smoothing) * Weight(label);
            (sums[r], distances[r]) = TargetLoops<TNumber>.Weigh(row, classes, max, in targets);
            sums[r] += own;
            distances[r] += own == 0 ? 0 : own * (max - double.CreateTruncating(row[(nint)label]));
        }
        batch.Run(part.Logits, part.Destination, rows, classes, scale, streams: false, maxima, logs);
        Logarithms.Log1P(logs, (int)rows);
        for (nint r = 0; r < rows; r++)
        {
            var label = long.CreateTruncating(of[r]);
            logs[r] = label == ignored ? 0 : (sums[r] * logs[r]) + distances[r];
            if (part.Destination == null)
                continue;
            var gradient = part.Destination + (r * classes);
            if (label == ignored)
            {
                new Span<TNumber>(gradient, (int)classes).Clear();
                continue;
            }
            // Rounded once.
            var atLabel = (double.CreateTruncating(gradient[(nint)label]) * sums[r]) - (scale * (targets.At((nint)label) + ((1 - smoothing) * Weight(label))));
            TargetLoops<TNumber>.Subtract(gradient, classes, sums[r], scale, in targets);
            gradient[(nint)label] = TNumber.CreateTruncating(atLabel);
        }
        return CrossEntropyRows.Total(losses, part.First, new(logs, (int)rows));
    }

    private double Weight(long label) => weights == null ? 1 : weights[label];
}
