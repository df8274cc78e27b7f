using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace Logits.Numerics;

/// <summary>Numbers in memory and where the classes of each row lie among them: what every multiclass wrapper is made of.</summary>
internal readonly struct ClassTensor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly nint[]? _lengths;
    private readonly nint[]? _strides;

    private ClassTensor(ReadOnlyMemory<T> values, nint[] lengths, int axis)
        : this(values, lengths, RowMajor(lengths), axis)
    {
    }

    private ClassTensor(ReadOnlyMemory<T> values, nint[] lengths, nint[] strides, int axis)
    {
        Values = values;
        _lengths = lengths;
        _strides = strides;
        Axis = axis;
        RowCount = 1;
        for (var i = 0; i < lengths.Length; i++)
            RowCount = checked((int)(RowCount * (i == axis ? 1 : lengths[i])));
        AreNeighbours = NoGaps(lengths, strides, axis);
    }

    public ReadOnlyMemory<T> Values { get; }

    public int Axis { get; }

    public int RowCount { get; }

    public ReadOnlySpan<nint> Lengths => Shape;

    public int Classes => (int)Shape[Axis];

    public int Count => RowCount * Classes;

    /// <summary>Where the classes lie, for the kernels: the count alone where it says everything, as that is quicker to check.</summary>
    public ClassLayout Layout => AreNeighbours ? new ClassLayout(Classes) : new ClassLayout(Shape, _strides, Axis);

    /// <summary>Whether the rows are of neighbouring numbers, one after the other.</summary>
    public bool AreNeighbours { get; }

    /// <summary>How far neighbouring classes are apart.</summary>
    public nint ClassStride => Strides[Axis];

    private nint[] Shape => _lengths
        ?? throw new InvalidOperationException("The value was a default one, which holds nothing; make it with a constructor or a Create method.");

    private ReadOnlySpan<nint> Strides => _strides;

    /// <summary>One number.</summary>
    public T this[int row, int @class]
    {
        get
        {
            if ((uint)@class >= (uint)Classes)
                throw new ArgumentOutOfRangeException(nameof(@class), @class, $"The class must be from 0 to {Classes - 1}.");
            return Values.Span[(int)(Offset(row) + (@class * ClassStride))];
        }
    }

    /// <summary>Rows of neighbouring numbers.</summary>
    public static ClassTensor<T> Of(ReadOnlyMemory<T> values, int classes, string valuesName, string classesName)
    {
        Arguments.Supported<T>();
        var rows = RowMath.Count(values.Length, classes, valuesName, classesName);
        return new ClassTensor<T>(values, [rows, classes], axis: 1);
    }

    /// <summary>The numbers of a tensor, where they are.</summary>
    public static ClassTensor<T> Of(Tensor<T> tensor, int axis, string tensorName, string axisName)
    {
        Arguments.Supported<T>();
        ArgumentNullException.ThrowIfNull(tensor, tensorName);
        if (axis < -tensor.Rank || axis >= tensor.Rank)
            throw new ArgumentOutOfRangeException(axisName, axis, $"The class axis must be from {-tensor.Rank} to {tensor.Rank - 1} for a tensor of {tensor.Rank} axes.");
        axis = axis < 0 ? axis + tensor.Rank : axis;
        if (tensor.Lengths[axis] is < 1 or > int.MaxValue)
            throw new ArgumentException($"The tensor had {tensor.Lengths[axis]} classes along axis {axis}; it must have from 1 to {int.MaxValue}.", tensorName);
        return new ClassTensor<T>(new TensorMemory<T>(tensor).Memory, tensor.Lengths.ToArray(), tensor.Strides.ToArray(), axis);
    }

    /// <summary>The same axes in memory of their own, in row-major order, not yet filled.</summary>
    public ClassTensor<T> Fresh(out Span<T> values)
    {
        var memory = new T[Count];
        values = memory;
        return new ClassTensor<T>(memory, Shape, Axis);
    }

    /// <summary>A copy in row-major order.</summary>
    public ClassTensor<T> Copy(out Span<T> values)
    {
        var copy = Fresh(out values);
        CopyTo(values, nameof(values));
        return copy;
    }

    /// <summary>The numbers in row-major order without gaps: themselves, or a copy.</summary>
    public ClassTensor<T> Dense()
    {
        if (AreNeighbours)
            return this;
        var rowMajor = RowMajor(Shape);
        for (var i = 0; i < rowMajor.Length; i++)
        {
            if (Lengths[i] != 1 && Strides[i] != rowMajor[i])
                return Copy(out _);
        }
        return this;
    }

    /// <summary>Copies all numbers in row-major order.</summary>
    public void CopyTo(Span<T> destination, string name)
    {
        Arguments.AtLeast(destination.Length, Count, name, "one for each number");
        if (Count > 0)
            new ReadOnlyTensorSpan<T>(Values.Span, Lengths, Strides).FlattenTo(destination[..Count]);
    }

    /// <summary>Adds the numbers to those of a sum, which is in row-major order.</summary>
    public void AddTo(in ClassTensor<T> sum, Span<T> values, string what, string name)
    {
        SameAxes(in sum, what, name);
        TensorPrimitives.Add(values, Dense().Values.Span, values);
    }

    /// <summary>The axes are those of another.</summary>
    public void SameAxes(in ClassTensor<T> other, string what, string name)
    {
        if (Axis != other.Axis || !Lengths.SequenceEqual(other.Lengths))
            throw new ArgumentException($"{what} had the axes {this}; they must be {other}.", name);
    }

    /// <summary>Where a row starts.</summary>
    public nint Offset(int row)
    {
        if ((uint)row >= (uint)RowCount)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The row must be from 0 to {RowCount - 1}.");
        nint offset = 0, rest = row;
        for (var i = Lengths.Length - 1; i >= 0; i--)
        {
            if (i == Axis)
                continue;
            (rest, var index) = nint.DivRem(rest, Lengths[i]);
            offset += index * Strides[i];
        }
        return offset;
    }

    /// <summary>The numbers of a row: where they are, or copied if they are not neighbours.</summary>
    public ReadOnlySpan<T> Row(int row)
    {
        var start = (int)Offset(row);
        var stride = ClassStride;
        if (stride == 1 || Classes == 1)
            return Values.Span.Slice(start, Classes);
        var copy = new T[Classes];
        var values = Values.Span;
        for (var i = 0; i < copy.Length; i++)
            copy[i] = values[start + (int)(i * stride)];
        return copy;
    }

    /// <summary>All numbers where they are, which must be rows of neighbours.</summary>
    public ReadOnlySpan<T> Neighbours()
        => AreNeighbours
            ? Values.Span[..Count]
            : throw new InvalidOperationException(
                $"The classes of a row were not neighbours in memory (class axis {Axis} of {Lengths.Length} axes); "
                + "a span needs rows of neighbours. Take the rows one by one, by their index, or bring the class axis last.");

    public Tensor<T> ToTensor()
    {
        var values = new T[Count];
        CopyTo(values, nameof(values));
        return Tensor.Create(values, Lengths);
    }

    public ClassIndices ArgMax()
    {
        var indices = new int[RowCount];
        Kernels.ArgMax(Values.Span, Layout, indices);
        return new ClassIndices(indices);
    }

    public TopClasses TopK(int k)
    {
        if (k < 0 || k > Classes)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"k must be from 0 to {Classes}, the class count.");
        var classes = new int[RowCount * k];
        Kernels.TopK(Values.Span, Layout, k, new T[classes.Length], classes);
        return new TopClasses(classes, RowCount, k);
    }

    public override string ToString() => $"[{string.Join(", ", _lengths ?? [])}], class axis {Axis}";

    /// <summary>Whether the class axis is the last one in memory, and all others follow without gaps.</summary>
    private static bool NoGaps(nint[] lengths, nint[] strides, int axis)
    {
        nint dense = 1;
        for (var i = lengths.Length - 1; i >= 0; i--)
        {
            if (lengths[i] == 1)
                continue;
            if (strides[i] != dense || (dense > 1 && i == axis))
                return false;
            dense *= lengths[i];
        }
        return true;
    }

    /// <summary>The strides of a dense tensor; 0 along an axis of one element, as System.Numerics.Tensors wants it.</summary>
    private static nint[] RowMajor(nint[] lengths)
    {
        var strides = new nint[lengths.Length];
        nint dense = 1;
        for (var i = strides.Length - 1; i >= 0; i--)
        {
            strides[i] = lengths[i] == 1 ? 0 : dense;
            dense *= lengths[i];
        }
        return strides;
    }
}
