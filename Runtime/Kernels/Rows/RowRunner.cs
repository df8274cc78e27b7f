using System;
using System.Buffers;

namespace Logits.Numerics;

/// <summary>Brings rows, whatever their layout, to a kernel that knows rows of neighbouring numbers only.</summary>
internal static unsafe class RowRunner
{
    /// <summary>How many elements are copied together out of and back into a layout of another order.</summary>
    private const int TileElements = 1 << 14;

    private const int MostTileRows = 64;

    /// <summary>From how many bytes on a result is written past the caches. Inside them that would be some times slower.</summary>
    private const long StreamedBytes = 24 << 20;

    /// <summary>Runs a kernel over one row, which was checked, without a layout: that would cost a short row more than the kernel.</summary>
    public static double RunOne<T, TKernel>(in TKernel kernel, ReadOnlySpan<T> row, Span<T> destination)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        fixed (T* x = row, y = destination)
            return kernel.Run(new RowBlock<T>(x, null, y, 0, 1, row.Length, Streams<T>(1, row.Length)));
    }

    /// <summary>Runs a kernel over one source.</summary>
    public static double Run<T, TKernel>(in TKernel kernel, nint rows, ReadOnlySpan<T> logits, scoped in ClassLayout layout)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
        => Run(in kernel, rows, logits, layout, default, layout, default, layout);

    /// <summary>Runs a kernel from a source to a destination.</summary>
    public static double Run<T, TKernel>(in TKernel kernel, nint rows, ReadOnlySpan<T> logits, scoped in ClassLayout layout, Span<T> destination, scoped in ClassLayout destinationLayout)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
        => Run(in kernel, rows, logits, layout, default, layout, destination, destinationLayout);

    /// <summary>Runs a kernel over all rows; an empty span stands for none. The spans were checked.</summary>
    /// <returns>The sum of what the kernel returned for blocks of rows, always added in the same order.</returns>
    public static double Run<T, TKernel>(
        in TKernel kernel,
        nint rows,
        ReadOnlySpan<T> logits,
        scoped in ClassLayout layout,
        ReadOnlySpan<T> other,
        scoped in ClassLayout otherLayout,
        Span<T> destination,
        scoped in ClassLayout destinationLayout)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        if (rows == 0)
            return 0;
        if (layout.FillsSpan && otherLayout.FillsSpan && destinationLayout.FillsSpan)
        {
            // The layout of nearly all calls, and short ones among them.
            fixed (T* x = logits, z = other, y = destination)
                return RowThreads.Run(in kernel, new RowBlock<T>(x, z, y, 0, rows, layout.Classes, Streams<T>(rows, layout.Classes)));
        }
        return RunAny(in kernel, rows, logits, layout, other, otherLayout, destination, destinationLayout);
    }

    /// <summary>Whether a result of this size is written past the caches.</summary>
    public static bool Streams<T>(nint rows, nint classes)
        where T : unmanaged
        => (long)rows * classes * sizeof(T) > StreamedBytes;

    private static double RunAny<T, TKernel>(
        in TKernel kernel,
        nint rows,
        ReadOnlySpan<T> logits,
        scoped in ClassLayout layout,
        ReadOnlySpan<T> other,
        scoped in ClassLayout otherLayout,
        Span<T> destination,
        scoped in ClassLayout destinationLayout)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        fixed (nint* shape = layout.Shape, strides = layout.Strides)
        fixed (nint* otherShape = otherLayout.Shape, otherStrides = otherLayout.Strides)
        fixed (nint* destinationShape = destinationLayout.Shape, destinationStrides = destinationLayout.Strides)
        fixed (T* x = logits, z = other, y = destination)
        {
            var from = new RowGrid<T>(x, layout, shape, strides);
            var with = new RowGrid<T>(z, otherLayout, otherShape, otherStrides);
            var to = new RowGrid<T>(y, destinationLayout, destinationShape, destinationStrides);
            return from.AreNeighbours && (z == null || with.AreNeighbours) && (y == null || to.AreNeighbours)
                ? RowThreads.Run(in kernel, new RowBlock<T>(x, z, y, 0, rows, layout.Classes, Streams<T>(rows, layout.Classes)))
                : RunTiles(in kernel, rows, layout.Classes, in from, in with, in to);
        }
    }

    private static double RunTiles<T, TKernel>(in TKernel kernel, nint rows, nint classes, in RowGrid<T> from, in RowGrid<T> with, in RowGrid<T> to)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        var tile = (int)nint.Min(rows, nint.Clamp(TileElements / classes, 1, MostTileRows));
        if (rows > tile && RowThreads.Pays(rows * classes))
            return RunTilesThreaded(kernel, rows, classes, from, with, to, tile);
        double sum = 0;
        for (nint first = 0; first < rows; first += tile)
            sum += RunTile(in kernel, first, (int)nint.Min(tile, rows - first), classes, in from, in with, in to);
        return sum;
    }

    private static double RunTilesThreaded<T, TKernel>(TKernel kernel, nint rows, nint classes, RowGrid<T> from, RowGrid<T> with, RowGrid<T> to, int tile)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
        => RowThreads.RunParts(
            checked((int)((rows + tile - 1) / tile)),
            i => RunTile(in kernel, (nint)i * tile, (int)nint.Min(tile, rows - ((nint)i * tile)), classes, in from, in with, in to));

    private static double RunTile<T, TKernel>(in TKernel kernel, nint first, int count, nint classes, in RowGrid<T> from, in RowGrid<T> with, in RowGrid<T> to)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        var size = checked((int)(count * classes));
        var logits = ArrayPool<T>.Shared.Rent(size);
        var other = with.Start == null ? null : ArrayPool<T>.Shared.Rent(size);
        try
        {
            fixed (T* x = logits, z = other)
            {
                from.Gather(first, count, x);
                if (z != null)
                    with.Gather(first, count, z);
                var sum = kernel.Run(new RowBlock<T>(x, z, to.Start == null ? null : x, first, count, classes, streams: false));
                if (to.Start != null)
                    to.Scatter(first, count, x);
                return sum;
            }
        }
        finally
        {
            ArrayPool<T>.Shared.Return(logits);
            if (other != null)
                ArrayPool<T>.Shared.Return(other);
        }
    }
}
