using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Runs a kernel with the widest registers that the processor has; <see cref="Half"/> as float, some rows at a time.</summary>
internal readonly unsafe struct LaneRows<T, TKernel>(TKernel kernel) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, ILaneKernel
{
    /// <summary>How many numbers are widened together, to stay in the first cache.</summary>
    private const int TileElements = 2048;

    public double Run(in RowBlock<T> block)
    {
        ref var any = ref Unsafe.AsRef(in block);
        if (typeof(T) == typeof(float))
            return RunWidest(in Unsafe.As<RowBlock<T>, RowBlock<float>>(ref any));
        if (typeof(T) == typeof(double))
            return RunWidest(in Unsafe.As<RowBlock<T>, RowBlock<double>>(ref any));
        return RunHalf(in Unsafe.As<RowBlock<T>, RowBlock<Half>>(ref any));
    }

    private double RunWidest<TNumber>(in RowBlock<TNumber> block)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        => Lanes512<TNumber>.IsSupported ? kernel.Run<Lanes512<TNumber>, TNumber>(in block)
            : Lanes256<TNumber>.IsSupported ? kernel.Run<Lanes256<TNumber>, TNumber>(in block)
            : Lanes128<TNumber>.IsSupported ? kernel.Run<Lanes128<TNumber>, TNumber>(in block)
            : kernel.Run<LanesScalar<TNumber>, TNumber>(in block);

    private double RunHalf(in RowBlock<Half> block)
    {
        var classes = block.Classes;
        var tile = nint.Min(block.Rows, nint.Max(1, TileElements / classes));
        var size = checked((int)(tile * classes));
        var logits = ArrayPool<float>.Shared.Rent(size);
        var other = block.Other == null ? null : ArrayPool<float>.Shared.Rent(size);
        try
        {
            double sum = 0;
            fixed (float* x = logits, z = other)
            {
                for (nint row = 0; row < block.Rows; row += tile)
                {
                    var rows = nint.Min(tile, block.Rows - row);
                    var (start, length) = (row * classes, (int)(rows * classes));
                    HalfConversion.Widen(block.Logits + start, x, length);
                    if (z != null)
                        HalfConversion.Widen(block.Other + start, z, length);
                    sum += RunWidest(new RowBlock<float>(x, z, block.Destination == null ? null : x, block.First + row, rows, classes, streams: false));
                    if (block.Destination != null)
                        HalfConversion.Narrow(x, block.Destination + start, length);
                }
            }
            return sum;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(logits);
            if (other != null)
                ArrayPool<float>.Shared.Return(other);
        }
    }
}
