using System;
using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Logits.Numerics;

/// <summary>Class weights as doubles, for as long as it is not disposed of.</summary>
internal readonly ref struct ClassWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[]? _rented;

    public ClassWeights(ReadOnlySpan<T> weights)
    {
        if (weights.IsEmpty)
            return;
        _rented = ArrayPool<double>.Shared.Rent(weights.Length);
        this.Doubles = _rented.AsSpan(0, weights.Length);
        TensorPrimitives.ConvertTruncating(weights, _rented);
    }

    /// <summary>Empty if there are none.</summary>
    public ReadOnlySpan<double> Doubles { get; }

    public void Dispose()
    {
        if (_rented != null)
            ArrayPool<double>.Shared.Return(_rented);
    }
}
