using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>A view of multiclass log-probabilities in a span: rows of neighbouring numbers.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
[CarriesKind, LogProbabilities(Link.Softmax)]
public readonly ref struct LogProbabilitiesSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private LogProbabilitiesSpan(ReadOnlySpan<T> values, int classes, int rows)
    {
        Values = values;
        Classes = classes;
        RowCount = rows;
    }

    /// <summary>The bare numbers.</summary>
    [LogProbabilities(Link.Softmax)]
    public ReadOnlySpan<T> Values { get; }

    /// <inheritdoc cref="Logits{T}.Classes"/>
    public int Classes { get; }

    /// <inheritdoc cref="Logits{T}.RowCount"/>
    public int RowCount { get; }

    /// <summary>One row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public LogProbabilitiesSpan<T> this[int row] => Unchecked(RowMath.Row(Values, Classes, row), Classes);

    /// <summary>The log-probability of one class in one row.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="class">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or class.</exception>
    [LogProbabilities(Link.Softmax)]
    public T this[int row, int @class] => RowMath.At(Values, Classes, row, @class);

    /// <inheritdoc cref="LogProbabilities{T}.Create"/>
    public static LogProbabilitiesSpan<T> Create([LogProbabilities(Link.Softmax)] ReadOnlySpan<T> values, [ClassCount] int classes)
    {
        var result = Unchecked(values, classes);
        for (var r = 0; r < result.RowCount; r++)
            Normalised.LogProbabilities(RowMath.Row(values, classes, r), r, nameof(values));
        return result;
    }

    /// <inheritdoc cref="LogProbabilities{T}.Unchecked"/>
    public static LogProbabilitiesSpan<T> Unchecked([LogProbabilities(Link.Softmax)] ReadOnlySpan<T> values, [ClassCount] int classes)
    {
        Arguments.Supported<T>();
        return new LogProbabilitiesSpan<T>(values, classes, RowMath.Count(values.Length, classes, nameof(values), nameof(classes)));
    }

    /// <summary>The probabilities: the exponential of each number.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the log-probabilities themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the log-probabilities in part.</exception>
    [return: Computes(Operation.Exp)]
    public ProbabilitiesSpan<T> Exp([Probabilities(Link.Softmax)] Span<T> destination)
    {
        Arguments.Elementwise(Values, destination);
        destination = destination[..Values.Length];
        TensorPrimitives.Exp(Values, destination);
        return ProbabilitiesSpan<T>.Unchecked(destination, Classes);
    }

    /// <inheritdoc cref="LogProbabilities{T}.ToLogits"/>
    [return: SameKind]
    public LogitsSpan<T> ToLogits(ModelId model = default) => new(Values, Classes, model);

    /// <summary>The class with the highest log-probability, the first of equal ones. The view must be one row.</summary>
    /// <exception cref="InvalidOperationException">There is more than one row, or none.</exception>
    [return: OrderOnly, ClassIndices, ClassAxis(-1)]
    public int ArgMax() => Kernels.ArgMax(RowMath.Single(Values, Classes));
}
