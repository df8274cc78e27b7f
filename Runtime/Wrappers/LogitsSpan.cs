using System;
using System.Numerics;
using System.Numerics.Tensors;
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

    /// <summary>The logit of one class in one row.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="class">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or class.</exception>
    [Logits(Link.Softmax)]
    public T this[int row, int @class] => RowMath.At(Values, Classes, row, @class);

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

    /// <summary>The k classes with the highest logits, from the highest down, the first of equal ones. The view must be one row.</summary>
    /// <param name="logits">The logits that they have; the length is k, from 0 to the class count.</param>
    /// <param name="classes">The classes; as long.</param>
    /// <exception cref="InvalidOperationException">There is more than one row, or none.</exception>
    /// <exception cref="ArgumentException">k is above the class count, the lengths differ, or the memory overlaps that of the view.</exception>
    public void TopK([Logits(Link.Softmax)] Span<T> logits, [ClassIndices] Span<int> classes) => Kernels.TopK(RowMath.Single(Values, Classes), logits, classes);

    /// <summary>The logits divided by a temperature: above 1 the probabilities come closer together, below 1 they draw apart.</summary>
    /// <param name="temperature">Positive and finite.</param>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the logits themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive and finite.</exception>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the logits in part.</exception>
    [return: Computes(Operation.Divide)]
    public LogitsSpan<T> Temperature(T temperature, [Logits(Link.Softmax)] Span<T> destination)
    {
        PositiveNumber.Check(temperature, nameof(temperature));
        Arguments.Elementwise<T>(Values, destination);
        TensorPrimitives.Divide(Values, temperature, destination);
        return new LogitsSpan<T>(destination[..Values.Length], Classes, Model);
    }

    /// <summary>The logits with some classes masked in every row: their logits are negative infinity, their probabilities 0.</summary>
    /// <param name="masked">For each class whether it is masked.</param>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the logits themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">There is not one value for each class, the destination is too short, or it overlaps the logits in part.</exception>
    public LogitsSpan<T> Mask(ReadOnlySpan<bool> masked, [Logits(Link.Softmax)] Span<T> destination)
    {
        Arguments.Length(masked.Length, Classes, nameof(masked), "the class count");
        Arguments.Elementwise<T>(Values, destination);
        for (var i = 0; i < Values.Length; i++)
            destination[i] = masked[i % masked.Length] ? T.NegativeInfinity : Values[i];
        return new LogitsSpan<T>(destination[..Values.Length], Classes, Model);
    }
}
