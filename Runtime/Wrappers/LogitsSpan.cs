using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>A view of multiclass logits in a span: rows of neighbouring numbers.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
[CarriesKind, Logits(Link.Softmax)]
public readonly ref struct LogitsSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of neighbouring numbers.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The length of <paramref name="values"/> is not a multiple of <paramref name="classes"/>.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public LogitsSpan([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] ReadOnlySpan<T> values, [ClassCount] int classes, ModelId model = default)
    {
        Arguments.Supported<T>();
        RowCount = RowMath.Count(values.Length, classes, nameof(values), nameof(classes));
        Values = values;
        Classes = classes;
        Model = model;
    }

    /// <summary>The bare numbers.</summary>
    [Logits(Link.Softmax)]
    public ReadOnlySpan<T> Values { get; }

    /// <inheritdoc cref="Logits{T}.Model"/>
    public ModelId Model { get; }

    /// <inheritdoc cref="Logits{T}.Classes"/>
    public int Classes { get; }

    /// <inheritdoc cref="Logits{T}.RowCount"/>
    public int RowCount { get; }

    /// <summary>One row.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public LogitsSpan<T> this[int row] => new(RowMath.Row(Values, Classes, row), Classes, Model);

    /// <summary>The probabilities of the classes, which sum to 1 in each row.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the logits themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the logits in part.</exception>
    [return: Probabilities(Link.Softmax)]
    public ProbabilitiesSpan<T> Softmax([Probabilities(Link.Softmax)] Span<T> destination)
    {
        Kernels.Softmax(Values, Classes, destination);
        return ProbabilitiesSpan<T>.Unchecked(destination[..Values.Length], Classes);
    }

    /// <summary>The logarithms of the probabilities.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the logits themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the logits in part.</exception>
    [return: LogProbabilities(Link.Softmax)]
    public LogProbabilitiesSpan<T> LogSoftmax([LogProbabilities(Link.Softmax)] Span<T> destination)
    {
        Kernels.LogSoftmax(Values, Classes, destination);
        return LogProbabilitiesSpan<T>.Unchecked(destination[..Values.Length], Classes);
    }

    /// <summary>The class with the highest logit, the first of equal ones. The view must be one row.</summary>
    /// <exception cref="InvalidOperationException">There is more than one row, or none.</exception>
    [return: OrderOnly, ClassIndices, ClassAxis(-1)]
    public int ArgMax() => Kernels.ArgMax(RowMath.Single(Values, Classes));
}
