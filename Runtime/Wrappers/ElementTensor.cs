using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace Logits.Numerics;

/// <summary>Numbers in row-major order without gaps, each on its own: what every binary wrapper is made of.</summary>
internal readonly struct ElementTensor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly nint[]? _lengths;

    private ElementTensor(ReadOnlyMemory<T> values, nint[]? lengths)
    {
        Values = values;
        _lengths = lengths;
    }

    public ReadOnlyMemory<T> Values { get; }

    public ReadOnlySpan<nint> Lengths => _lengths;

    public T this[int index] => RowMath.At(Values.Span, index);

    /// <summary>One axis.</summary>
    public static ElementTensor<T> Of(ReadOnlyMemory<T> values)
    {
        Arguments.Supported<T>();
        return new ElementTensor<T>(values, [values.Length]);
    }

    /// <summary>The numbers of a tensor, where they are.</summary>
    public static ElementTensor<T> Of(Tensor<T> tensor, string name)
    {
        Arguments.Supported<T>();
        ArgumentNullException.ThrowIfNull(tensor, name);
        return tensor.IsDense
            ? new ElementTensor<T>(new TensorMemory<T>(tensor).Memory, tensor.Lengths.ToArray())
            : throw new ArgumentException($"The tensor had the lengths [{string.Join(", ", tensor.Lengths.ToArray())}] and the strides [{string.Join(", ", tensor.Strides.ToArray())}]; it must be dense. Make it so with ToDenseTensor.", name);
    }

    /// <summary>The same axes in memory of their own, not yet filled.</summary>
    public ElementTensor<T> Fresh(out Span<T> values)
    {
        var memory = new T[Values.Length];
        values = memory;
        return new ElementTensor<T>(memory, _lengths);
    }

    public ElementTensor<T> Copy(out Span<T> values)
    {
        var copy = Fresh(out values);
        Values.Span.CopyTo(values);
        return copy;
    }

    public void CopyTo(Span<T> destination, string name)
    {
        Arguments.AtLeast(destination.Length, Values.Length, name, "one for each number");
        Values.Span.CopyTo(destination);
    }

    /// <summary>Adds the numbers to those of a sum.</summary>
    public void AddTo(in ElementTensor<T> sum, Span<T> values, string what, string name)
    {
        SameAxes(in sum, what, name);
        TensorPrimitives.Add(values, Values.Span, values);
    }

    public void SameAxes(in ElementTensor<T> other, string what, string name)
    {
        if (!Lengths.SequenceEqual(other.Lengths))
            throw new ArgumentException($"{what} had the axes {this}; they must be {other}.", name);
    }

    public Tensor<T> ToTensor() => Tensor.Create(Values.ToArray(), Lengths);

    public override string ToString() => $"[{string.Join(", ", _lengths ?? [])}]";
}
