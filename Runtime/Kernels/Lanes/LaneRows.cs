using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Runs a kernel with the widest registers that the processor has; <see cref="Half"/> as float.</summary>
internal readonly unsafe struct LaneRows<T, TKernel>(TKernel kernel) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, ILaneKernel
{
    public double Run(in RowBlock<T> block)
    {
        ref var any = ref Unsafe.AsRef(in block);
        if (typeof(T) == typeof(float))
            return RunWidest(in Unsafe.As<RowBlock<T>, RowBlock<float>>(ref any));
        if (typeof(T) == typeof(double))
            return RunWidest(in Unsafe.As<RowBlock<T>, RowBlock<double>>(ref any));
        return new WidenedRows<Half, float, HalfConversion, LaneRows<float, TKernel>>(new(kernel)).Run(in Unsafe.As<RowBlock<T>, RowBlock<Half>>(ref any));
    }

    private double RunWidest<TNumber>(in RowBlock<TNumber> block)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        => Lanes512<TNumber>.IsSupported ? kernel.Run<Lanes512<TNumber>, TNumber>(in block)
            : Lanes256<TNumber>.IsSupported ? kernel.Run<Lanes256<TNumber>, TNumber>(in block)
            : Lanes128<TNumber>.IsSupported ? kernel.Run<Lanes128<TNumber>, TNumber>(in block)
            : kernel.Run<LanesScalar<TNumber>, TNumber>(in block);
}
