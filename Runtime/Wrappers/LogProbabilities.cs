using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>
/// Logarithms of multiclass probabilities: never above 0, and their exponentials sum to 1 in each row. A row is the numbers along the
/// class axis with all other indices fixed.
/// </summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
/// <remarks>The numbers are used where they are, not copied, and must not change meanwhile.</remarks>
[CarriesKind, LogProbabilities(Link.Softmax)]
public readonly struct LogProbabilities<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ClassTensor<T> _tensor;

    internal LogProbabilities(ClassTensor<T> tensor) => _tensor = tensor;

    /// <inheritdoc cref="Logits{T}.Classes"/>
    public int Classes => _tensor.Classes;

    /// <inheritdoc cref="Logits{T}.RowCount"/>
    public int RowCount => _tensor.RowCount;

    /// <inheritdoc cref="Logits{T}.Lengths"/>
    public ReadOnlySpan<nint> Lengths => _tensor.Lengths;

    /// <inheritdoc cref="Logits{T}.ClassAxis"/>
    public int ClassAxis => _tensor.Axis;

    internal ClassTensor<T> Tensor => _tensor;

    /// <inheritdoc cref="Logits{T}.this[int]"/>
    public LogProbabilitiesSpan<T> this[int row] => LogProbabilitiesSpan<T>.Unchecked(_tensor.Row(row), Classes);

    /// <summary>The log-probability of one class in one row.</summary>
    /// <inheritdoc cref="Logits{T}.this[int, int]"/>
    [LogProbabilities(Link.Softmax)]
    public T this[int row, int @class] => _tensor[row, @class];

    /// <summary>Rows of neighbouring numbers, of which it is checked that they are log-probabilities.</summary>
    /// <param name="values">
    /// The rows, one after the other; the exponentials of each sum to 1 within 1e-6 (<see cref="double"/>), 1e-3 (<see cref="float"/>) or
    /// 1e-2 (<see cref="Half"/>).
    /// </param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The count of <paramref name="values"/> is not a multiple of <paramref name="classes"/>, or a row, which the message names, does not
    /// hold log-probabilities.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static LogProbabilities<T> Create([LogProbabilities(Link.Softmax)] ReadOnlyMemory<T> values, [ClassCount] int classes)
    {
        var result = Unchecked(values, classes);
        Normalised.LogProbabilities(in result._tensor, nameof(values));
        return result;
    }

    /// <summary>Rows of neighbouring numbers that are taken for log-probabilities as they are.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The count of <paramref name="values"/> is not a multiple of <paramref name="classes"/>.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static LogProbabilities<T> Unchecked([LogProbabilities(Link.Softmax)] ReadOnlyMemory<T> values, [ClassCount] int classes)
        => new(ClassTensor<T>.Of(values, classes, nameof(values), nameof(classes)));

    /// <summary>The numbers of a tensor of any rank and strides, of which it is checked that they are log-probabilities.</summary>
    /// <inheritdoc cref="Logits{T}.FromTensor"/>
    /// <exception cref="ArgumentException">The tensor has no classes along the axis, or a row does not hold log-probabilities.</exception>
    public static LogProbabilities<T> FromTensor([LogProbabilities(Link.Softmax)] Tensor<T> tensor, [ClassAxis] int classAxis = -1)
    {
        var result = UncheckedFromTensor(tensor, classAxis);
        Normalised.LogProbabilities(in result._tensor, nameof(tensor));
        return result;
    }

    /// <summary>The numbers of a tensor of any rank and strides, which are taken for log-probabilities as they are.</summary>
    /// <inheritdoc cref="Logits{T}.FromTensor"/>
    public static LogProbabilities<T> UncheckedFromTensor([LogProbabilities(Link.Softmax)] Tensor<T> tensor, [ClassAxis] int classAxis = -1)
        => new(ClassTensor<T>.Of(tensor, classAxis, nameof(tensor), nameof(classAxis)));

    /// <summary>The probabilities: the exponential of each number.</summary>
    [return: Computes(Operation.Exp)]
    public Probabilities<T> Exp()
    {
        var result = _tensor.Copy(out var values);
        TensorPrimitives.Exp(values, values);
        return new Probabilities<T>(result);
    }

    /// <summary>The same numbers as logits, which log-probabilities are; nothing is copied.</summary>
    /// <param name="model">The model that they come from, if it is known.</param>
    [return: SameKind]
    public Logits<T> ToLogits(ModelId model = default) => new(_tensor, model);

    /// <summary>The class with the highest probability in each row, the first of equal ones.</summary>
    [return: OrderOnly, ClassAxis(-1)]
    public ClassIndices ArgMax() => _tensor.ArgMax();

    /// <summary>The k classes with the highest probabilities in each row, from the highest down.</summary>
    /// <inheritdoc cref="Logits{T}.TopK"/>
    [return: OrderOnly, ClassAxis(-1)]
    public TopClasses TopK(int k) => _tensor.TopK(k);

    /// <inheritdoc cref="Logits{T}.AsSpan"/>
    public LogProbabilitiesSpan<T> AsSpan() => LogProbabilitiesSpan<T>.Unchecked(_tensor.Neighbours(), Classes);

    /// <inheritdoc cref="Logits{T}.CopyTo"/>
    public void CopyTo([LogProbabilities(Link.Softmax)] Span<T> destination) => _tensor.CopyTo(destination, nameof(destination));

    /// <inheritdoc cref="Logits{T}.ToTensor"/>
    [return: SameKind]
    public Tensor<T> ToTensor() => _tensor.ToTensor();

    /// <summary>The axes.</summary>
    public override string ToString() => $"LogProbabilities {_tensor}";
}
