using System;
using System.Numerics;
using System.Numerics.Tensors;
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

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var batch = new RowBatch<TLanes, TNumber>();
        var sums = new RowSums<TLanes, TNumber>();
        for (nint first = 0; first < block.Rows; first += MostRows)
        {
            var part = block.Part(first, MostRows);
            total += weights == null && smoothing == 0 ? OneHot(ref batch, in part) : Spread(ref sums, in part);
        }
        return total;
    }

    /// <summary>The losses of rows whose target is 1 for the label.</summary>
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
        for (nint r = 0; ignores && r < rows; r++)
        {
            if (long.CreateTruncating(of[r]) == except)
                logs[r] = 0;
        }
        return Total(part.First, loss);
    }

    /// <summary>The sum of losses, which are stored where they are asked for.</summary>
    private double Total(nint first, ReadOnlySpan<double> of)
    {
        if (losses != null)
            TensorPrimitives.ConvertTruncating(of, new Span<T>(losses + first, of.Length));
        return TensorPrimitives.Sum(of);
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
            if (ignores && label == except)
            {
                new Span<TNumber>(gradient + (r * classes), (int)classes).Clear();
                continue;
            }
            // Of a probability near 1 the others know better what is missing.
            var atLabel = gradient + (r * classes) + (nint)label;
            *atLabel = TNumber.CreateTruncating(maxima[r] == logits[r] ? -one * (excesses[r] / (1 + excesses[r])) : double.CreateTruncating(*atLabel) - one);
        }
    }

    /// <summary>The losses of rows whose targets are spread over all classes.</summary>
    [SkipLocalsInit]
    private double Spread<TLanes, TNumber>(ref RowSums<TLanes, TNumber> sums, in RowBlock<TNumber> part)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double* logs = stackalloc double[MostRows], distances = stackalloc double[MostRows], targets = stackalloc double[MostRows];
        Spread(ref sums, in part, logs, distances, targets);
        Logarithms.Log1P(logs, (int)part.Rows);
        for (nint r = 0; r < part.Rows; r++)
            logs[r] = targets[r] == 0 ? 0 : (targets[r] * logs[r]) + distances[r];
        return Total(part.First, new(logs, (int)part.Rows));
    }

    /// <summary>For each row its excess, the sum of target * (maximum - logit), and the sum of its targets.</summary>
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
        sums.Scale(classes);
        for (nint c = 0; c < classes; c++)
            gradient[c] = TNumber.CreateTruncating(double.CreateTruncating(gradient[c]) - (scale * Target(c, label, classes)));
        return (row.Excess, distance, targets);
    }

    private double Target(nint c, long label, nint classes)
        => (weights == null ? 1 : double.CreateTruncating(weights[c])) * ((smoothing / classes) + (c == label ? 1 - smoothing : 0));
}
