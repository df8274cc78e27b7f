using System;
using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Logits.Numerics;

/// <summary>
/// The numbers of a tensor as memory, without a copy: from its first element to its last, with the gaps that its strides leave.
/// </summary>
internal sealed class TensorMemory<T>(Tensor<T> tensor) : MemoryManager<T>
    where T : unmanaged
{
    private readonly int _length = Extent(tensor);

    // The span of the tensor counts from its start; Tensor.GetPinnableReference (10.0) counts from that of its array.
    public override Span<T> GetSpan() => MemoryMarshal.CreateSpan(ref tensor.AsTensorSpan().GetPinnableReference(), _length);

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, _length);
        IDisposable pin = tensor.GetPinnedHandle();
        fixed (T* start = GetSpan())
            return new MemoryHandle(start + elementIndex, pinnable: new Pinned(pin));
    }

    /// <summary>Nothing to do: each handle frees what it pins.</summary>
    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }

    private static int Extent(Tensor<T> tensor)
    {
        nint last = 0;
        for (var i = 0; i < tensor.Rank; i++)
        {
            if (tensor.Lengths[i] == 0)
                return 0;
            last += (tensor.Lengths[i] - 1) * tensor.Strides[i];
        }
        return checked((int)(last + 1));
    }

    private sealed class Pinned(IDisposable pin) : IPinnable
    {
        public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException("The memory is pinned already.");

        public void Unpin() => pin.Dispose();
    }
}
