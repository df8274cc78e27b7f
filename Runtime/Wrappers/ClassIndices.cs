using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>The number of a class for each of many rows: labels, or what a classifier decided.</summary>
/// <remarks>The numbers are used where they are, not copied, and must not change meanwhile.</remarks>
[ClassIndices]
public readonly struct ClassIndices
{
    private readonly ReadOnlyMemory<int> _values;

    /// <summary>One class a row.</summary>
    /// <param name="values">From 0 to the class count, less one; or, for a loss that ignores it, a number that is no class.</param>
    public ClassIndices([ClassIndices] ReadOnlyMemory<int> values) => _values = values;

    /// <summary>How many rows there are.</summary>
    public int Count => _values.Length;

    /// <summary>The bare numbers.</summary>
    [ClassIndices]
    public ReadOnlySpan<int> Values => _values.Span;

    /// <summary>The class of a row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [ClassIndices]
    public int this[int row] => (uint)row < (uint)Count
        ? _values.Span[row]
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The row must be from 0 to {Count - 1}.");

    /// <summary>The numbers of a tensor in row-major order; copied only where they do not lie so in memory.</summary>
    /// <param name="tensor">One class a row: the axes of the logits without that of the classes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    public static ClassIndices FromTensor([ClassIndices] Tensor<int> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new ClassIndices(new TensorMemory<int>(tensor.IsDense ? tensor : tensor.ToDenseTensor()).Memory);
    }

    /// <summary>A copy of classes that are counted in another integer type, such as <see cref="long"/>.</summary>
    /// <typeparam name="TInteger">Any integer type.</typeparam>
    /// <param name="values">One class a row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number does not fit into <see cref="int"/>.</exception>
    public static ClassIndices From<TInteger>([ClassIndices] ReadOnlySpan<TInteger> values)
        where TInteger : IBinaryInteger<TInteger>
    {
        var copy = new int[values.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = int.CreateTruncating(values[i]);
            if (TInteger.CreateTruncating(copy[i]) != values[i])
                throw new ArgumentOutOfRangeException(nameof(values), values[i], $"values[{i}] must fit into a 32-bit integer.");
        }
        return new ClassIndices(copy);
    }

    /// <summary>
    /// The share of rows, in [0, 1], at which two have the same class: the accuracy, if one of them are labels. NaN without rows.
    /// </summary>
    /// <param name="other">As many rows.</param>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public double Agreement(ClassIndices other)
    {
        Arguments.Length(other.Count, Count, nameof(other), "as many as there are rows");
        var left = Values;
        var right = other.Values;
        var same = 0;
        for (var i = 0; i < left.Length; i++)
            same += left[i] == right[i] ? 1 : 0;
        return (double)same / left.Length;
    }

    /// <summary>The count.</summary>
    public override string ToString() => $"ClassIndices [{Count}]";

    /// <summary>Each number is one of so many classes.</summary>
    internal void CheckClasses(int classes, string name)
    {
        var values = Values;
        for (var i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)classes)
                throw new ArgumentOutOfRangeException(name, values[i], $"The class of row {i} must be from 0 to {classes - 1}.");
        }
    }
}
