using System;
using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Runs a kernel that has no destination in double, some rows at a time: where parts of a result cancel.</summary>
internal readonly unsafe struct DoubleRows<T, TKernel>(TKernel kernel) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, ILaneKernel
{
    /// <summary>How many numbers are widened together, to stay in the first cache.</summary>
    private const int TileElements = 2048;

    private readonly LaneRows<double, TKernel> _rows = new(kernel);

    public double Run(in RowBlock<T> block)
    {
        ref var any = ref Unsafe.AsRef(in block);
        return typeof(T) == typeof(double) ? _rows.Run(in Unsafe.As<RowBlock<T>, RowBlock<double>>(ref any)) : RunWidened(in block);
    }

    private double RunWidened(in RowBlock<T> block)
    {
        var classes = block.Classes;
        var tile = nint.Min(block.Rows, nint.Max(1, TileElements / classes));
        var size = checked((int)(tile * classes));
        var logits = ArrayPool<double>.Shared.Rent(size);
        var other = block.Other == null ? null : ArrayPool<double>.Shared.Rent(size);
        try
        {
            double sum = 0;
            fixed (double* x = logits, z = other)
            {
                for (nint row = 0; row < block.Rows; row += tile)
                {
                    var rows = nint.Min(tile, block.Rows - row);
                    var (start, length) = (row * classes, (int)(rows * classes));
                    TensorPrimitives.ConvertTruncating(new ReadOnlySpan<T>(block.Logits + start, length), new Span<double>(x, length));
                    if (z != null)
                        TensorPrimitives.ConvertTruncating(new ReadOnlySpan<T>(block.Other + start, length), new Span<double>(z, length));
                    sum += _rows.Run(new RowBlock<double>(x, z, null, block.First + row, rows, classes, streams: false));
                }
            }
            return sum;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(logits);
            if (other != null)
                ArrayPool<double>.Shared.Return(other);
        }
    }
}
