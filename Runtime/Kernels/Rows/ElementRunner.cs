using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>Brings numbers, each on its own, to a kernel, which sees them as rows of one.</summary>
internal static unsafe class ElementRunner
{
    /// <summary>Checks the spans and runs a kernel from one to the other.</summary>
    public static void Run<T, TKernel>(TKernel kernel, ReadOnlySpan<T> source, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, ILaneKernel
    {
        Arguments.Elementwise<T>(source, destination);
        Run(kernel, source, default, destination);
    }

    /// <summary>Runs a kernel over one source or two; an empty span stands for none. The spans were checked.</summary>
    /// <returns>The sum of what the kernel returned, always added in the same order.</returns>
    public static double Run<T, TKernel>(TKernel kernel, ReadOnlySpan<T> source, ReadOnlySpan<T> other, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, ILaneKernel
    {
        fixed (T* x = source, z = other, y = destination)
            return RowThreads.Run(new LaneRows<T, TKernel>(kernel), new RowBlock<T>(x, z, y, 0, source.Length, 1, RowRunner.Streams<T>(source.Length, 1)));
    }
}
