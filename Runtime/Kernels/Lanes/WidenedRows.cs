using System.Buffers;

namespace Logits.Numerics;

/// <summary>Runs a kernel in a wider type, some rows at a time, and rounds its results once.</summary>
internal readonly unsafe struct WidenedRows<TNarrow, TWide, TConversion, TRows>(TRows kernel) : IRowKernel<TNarrow>
    where TNarrow : unmanaged
    where TWide : unmanaged
    where TConversion : struct, IConversion<TNarrow, TWide>
    where TRows : struct, IRowKernel<TWide>
{
    /// <summary>How many numbers are widened together, to stay in the first cache.</summary>
    private const int TileElements = 2048;

    public double Run(in RowBlock<TNarrow> block)
    {
        var classes = block.Classes;
        var tile = nint.Min(block.Rows, nint.Max(1, TileElements / classes));
        var size = checked((int)(tile * classes));
        var logits = ArrayPool<TWide>.Shared.Rent(size);
        var other = block.Other == null ? null : ArrayPool<TWide>.Shared.Rent(size);
        try
        {
            double sum = 0;
            fixed (TWide* x = logits, z = other)
            {
                for (nint row = 0; row < block.Rows; row += tile)
                {
                    var rows = nint.Min(tile, block.Rows - row);
                    var (start, length) = (row * classes, (int)(rows * classes));
                    TConversion.Widen(block.Logits + start, x, length);
                    if (z != null)
                        TConversion.Widen(block.Other + start, z, length);
                    sum += kernel.Run(new RowBlock<TWide>(x, z, block.Destination == null ? null : x, block.First + row, rows, classes, streams: false));
                    if (block.Destination != null)
                        TConversion.Narrow(x, block.Destination + start, length);
                }
            }
            return sum;
        }
        finally
        {
            ArrayPool<TWide>.Shared.Return(logits);
            if (other != null)
                ArrayPool<TWide>.Shared.Return(other);
        }
    }
}
