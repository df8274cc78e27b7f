using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>A view of multiclass probabilities in a span: rows of neighbouring numbers.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
[CarriesKind, Probabilities(Link.Softmax)]
public readonly ref struct ProbabilitiesSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private ProbabilitiesSpan(ReadOnlySpan<T> values, int classes, int rows)
    {
        Values = values;
        Classes = classes;
        RowCount = rows;
    }

    /// <summary>The bare numbers.</summary>
    [Probabilities(Link.Softmax)]
    public ReadOnlySpan<T> Values { get; }

    /// <inheritdoc cref="Logits{T}.Classes"/>
    public int Classes { get; }

    /// <inheritdoc cref="Logits{T}.RowCount"/>
    public int RowCount { get; }

    /// <summary>One row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ProbabilitiesSpan<T> this[int row] => Unchecked(RowMath.Row(Values, Classes, row), Classes);

    /// <summary>The probability of one class in one row.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="class">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or class.</exception>
    [Probabilities(Link.Softmax)]
    public T this[int row, int @class] => RowMath.At(Values, Classes, row, @class);

    /// <inheritdoc cref="Probabilities{T}.Create"/>
    public static ProbabilitiesSpan<T> Create([Probabilities(Link.Softmax)] ReadOnlySpan<T> values, [ClassCount] int classes)
    {
        var result = Unchecked(values, classes);
        for (var r = 0; r < result.RowCount; r++)
            Normalised.Probabilities(RowMath.Row(values, classes, r), r, nameof(values));
        return result;
    }

    /// <inheritdoc cref="Probabilities{T}.Unchecked"/>
    public static ProbabilitiesSpan<T> Unchecked([Probabilities(Link.Softmax)] ReadOnlySpan<T> values, [ClassCount] int classes)
    {
        Arguments.Supported<T>();
        return new ProbabilitiesSpan<T>(values, classes, RowMath.Count(values.Length, classes, nameof(values), nameof(classes)));
    }

    /// <summary>The natural logarithm of each number: negative infinity for a probability of 0.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the probabilities themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the probabilities in part.</exception>
    [return: Computes(Operation.Log)]
    public LogProbabilitiesSpan<T> Log([LogProbabilities(Link.Softmax)] Span<T> destination)
    {
        Arguments.Elementwise(Values, destination);
        destination = destination[..Values.Length];
        TensorPrimitives.Log(Values, destination);
        return LogProbabilitiesSpan<T>.Unchecked(destination, Classes);
    }

    /// <summary>The class with the highest probability, the first of equal ones. The view must be one row.</summary>
    /// <exception cref="InvalidOperationException">There is more than one row, or none.</exception>
    [return: OrderOnly, ClassIndices, ClassAxis(-1)]
    public int ArgMax() => Kernels.ArgMax(RowMath.Single(Values, Classes));
}
