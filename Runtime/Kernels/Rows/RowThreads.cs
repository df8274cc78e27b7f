using System;
using System.Buffers;
using System.Threading.Tasks;

namespace Logits.Numerics;

/// <summary>
/// Runs a kernel over rows in parts, on several threads where that pays. The parts do not depend on the threads, and their results are
/// added up in order.
/// </summary>
internal static unsafe class RowThreads
{
    /// <summary>How many numbers a part has at least, unless there are no more: far more than it costs to start it.</summary>
    private const int PartElements = 1 << 16;

    /// <summary>From how many numbers on there are threads: about 200 microseconds of work for the fastest of the kernels.</summary>
    private const nint ThreadedElements = 1 << 20;

    /// <summary>The most threads there may be.</summary>
    public static int Most { get; set; } = Environment.ProcessorCount;

    public static double Run<T, TKernel>(in TKernel kernel, in RowBlock<T> all)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
    {
        if (all.Rows == 1 || all.Rows * all.Classes <= PartElements)
            return kernel.Run(in all);
        var size = nint.Max(1, PartElements / all.Classes);
        var count = checked((int)((all.Rows + size - 1) / size));
        if (Pays(all.Rows * all.Classes))
            return RunThreaded(kernel, all, size, count);
        double sum = 0;
        for (var i = 0; i < count; i++)
            sum += kernel.Run(all.Part(i * size, size));
        return sum;
    }

    /// <summary>Whether so many numbers are worth more than one thread.</summary>
    public static bool Pays(nint elements) => Most > 1 && elements >= ThreadedElements;

    /// <summary>Runs parts on several threads, and adds up their results in order.</summary>
    public static double RunParts(int count, Func<int, double> part)
    {
        var sums = ArrayPool<double>.Shared.Rent(count);
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Most }, i => sums[i] = part(i));
            double sum = 0;
            for (var i = 0; i < count; i++)
                sum += sums[i];
            return sum;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sums);
        }
    }

    // Apart, as what the parts share is allocated where a method begins.
    private static double RunThreaded<T, TKernel>(TKernel kernel, RowBlock<T> all, nint size, int count)
        where T : unmanaged
        where TKernel : struct, IRowKernel<T>
        => RunParts(count, i => kernel.Run(all.Part(i * size, size)));
}
