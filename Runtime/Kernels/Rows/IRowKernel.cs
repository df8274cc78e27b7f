namespace Logits.Numerics;

/// <summary>What is done to rows. Run on several blocks at the same time, so that it must not change itself.</summary>
internal interface IRowKernel<T>
    where T : unmanaged
{
    /// <summary>Works on all rows of the block; the results of the blocks are added up.</summary>
    double Run(in RowBlock<T> block);
}
