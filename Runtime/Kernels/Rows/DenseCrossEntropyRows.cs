using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>
/// Softmax cross-entropy with dense targets t. A row's target is q[c] = w[c] * (t[c] * (1 - smoothing) + smoothing / classes), its loss
/// sum(q * (log-sum-exp - x)), its gradient softmax(x) * sum(q) - q.
/// </summary>
internal readonly unsafe struct DenseCrossEntropyRows<T>(double* weights, T* losses, double smoothing, double scale) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Of how many rows the logarithms are taken together.</summary>
    private const int MostRows = 64;

    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double total = 0;
        var batch = new RowBatch<TLanes, TNumber>();
        var tile = RowBatch<TLanes, TNumber>.Tile(block.Logits, block.Classes);
        for (nint first = 0; first < block.Rows; first += tile)
            total += Tile(ref batch, block.Part(first, tile));
        return total;
    }

    [SkipLocalsInit]
    private double Tile<TLanes, TNumber>(ref RowBatch<TLanes, TNumber> batch, in RowBlock<TNumber> part)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double* maxima = stackalloc double[MostRows], logs = stackalloc double[MostRows], distances = stackalloc double[MostRows], sums = stackalloc double[MostRows];
        nint rows = part.Rows, classes = part.Classes;
        // Before the gradient is written over the logits.
        for (nint r = 0; r < rows; r++)
        {
            var row = part.Logits + (r * classes);
            (sums[r], distances[r]) = TargetLoops<TNumber>.Weigh(row, classes, RowLoops<TLanes, TNumber>.Max(row, classes), Targets(in part, r));
        }
        batch.Run(part.Logits, part.Destination, rows, classes, scale, streams: false, maxima, logs);
        for (nint r = 0; part.Destination != null && r < rows; r++)
            TargetLoops<TNumber>.Subtract(part.Destination + (r * classes), classes, sums[r], scale, Targets(in part, r));
        Logarithms.Log1P(logs, (int)rows);
        for (nint r = 0; r < rows; r++)
            logs[r] = (sums[r] * logs[r]) + distances[r];
        return CrossEntropyRows.Total(losses, part.First, new(logs, (int)rows));
    }

    private RowTargets<TNumber> Targets<TNumber>(in RowBlock<TNumber> part, nint row)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        => new(part.Other + (row * part.Classes), 1 - smoothing, smoothing / part.Classes, weights);
}
