using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace Logits.Numerics;

/// <summary>Between any type of numbers and double.</summary>
internal readonly unsafe struct DoubleConversion<T> : IConversion<T, double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void Widen(T* source, double* destination, int length)
        => TensorPrimitives.ConvertTruncating(new ReadOnlySpan<T>(source, length), new Span<double>(destination, length));

    public static void Narrow(double* source, T* destination, int length)
        => TensorPrimitives.ConvertTruncating(new ReadOnlySpan<double>(source, length), new Span<T>(destination, length));
}
