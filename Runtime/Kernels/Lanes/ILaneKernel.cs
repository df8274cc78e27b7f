using System.Numerics;

namespace Logits.Numerics;

/// <summary>What is done to rows, written once for all widths of registers and types of numbers.</summary>
internal interface ILaneKernel
{
    /// <inheritdoc cref="IRowKernel{T}.Run"/>
    double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>;
}
