using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Runs a kernel in double: where parts of a result cancel.</summary>
internal readonly struct DoubleRows<T, TKernel>(TKernel kernel) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, ILaneKernel
{
    private readonly LaneRows<double, TKernel> _rows = new(kernel);

    public double Run(in RowBlock<T> block)
        => typeof(T) == typeof(double)
            ? _rows.Run(in Unsafe.As<RowBlock<T>, RowBlock<double>>(ref Unsafe.AsRef(in block)))
            : new WidenedRows<T, double, DoubleConversion<T>, LaneRows<double, TKernel>>(_rows).Run(in block);
}
