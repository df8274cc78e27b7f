using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>Binary logits: one number for each sample or label, the logarithm of its odds. 0 means even odds, not 0.5.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
/// <remarks>
/// The numbers are used where they are, not copied, and must not change meanwhile. There is no comparison with a number: convert with
/// <see cref="Sigmoid"/> first, and compare the probabilities.
/// </remarks>
[CarriesKind, Logits(Link.Sigmoid)]
public readonly struct BinaryLogits<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ElementTensor<T> _tensor;

    /// <summary>Numbers, each on its own.</summary>
    /// <param name="values">One for each sample or label.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public BinaryLogits([Logits(Link.Sigmoid)] ReadOnlyMemory<T> values, ModelId model = default)
        : this(ElementTensor<T>.Of(values), model)
    {
    }

    internal BinaryLogits(ElementTensor<T> tensor, ModelId model)
    {
        _tensor = tensor;
        Model = model;
    }

    /// <inheritdoc cref="Logits{T}.Model"/>
    public ModelId Model { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => _tensor.Values.Length;

    /// <inheritdoc cref="Logits{T}.Lengths"/>
    public ReadOnlySpan<nint> Lengths => _tensor.Lengths;

    internal ElementTensor<T> Tensor => _tensor;

    /// <summary>The logit of one sample or label, counted in row-major order.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    [Logits(Link.Sigmoid)]
    public T this[int index] => _tensor[index];

    /// <summary>The numbers of a tensor in row-major order.</summary>
    /// <param name="tensor">Any axes, without gaps between its numbers.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="ArgumentException">The tensor is not dense.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static BinaryLogits<T> FromTensor([Logits(Link.Sigmoid)] Tensor<T> tensor, ModelId model = default) => new(ElementTensor<T>.Of(tensor, nameof(tensor)), model);

    /// <summary>The mean of logits of one model, element by element: of several views of the same samples.</summary>
    /// <param name="logits">One or more, of the same axes and of one model.</param>
    /// <exception cref="ArgumentException">There are none, the axes differ, or the models do.</exception>
    public static BinaryLogits<T> Average(params ReadOnlySpan<BinaryLogits<T>> logits)
    {
        AtLeastOne.Check(logits.Length, "logits", nameof(logits));
        var models = new ModelId[logits.Length];
        for (var i = 0; i < models.Length; i++)
            models[i] = logits[i].Model;
        var model = ModelId.Common(models, "a PlattScaling or an IsotonicRegression", nameof(logits));
        var mean = logits[0]._tensor.Copy(out var sum);
        for (var i = 1; i < logits.Length; i++)
            logits[i]._tensor.AddTo(in mean, sum, $"Logits {i}", nameof(logits));
        TensorPrimitives.Divide(sum, T.CreateChecked(logits.Length), sum);
        return new BinaryLogits<T>(mean, model);
    }

    /// <summary>The probability of the positive label for each number; see <see cref="Kernels.Sigmoid{T}"/>.</summary>
    [return: Probabilities(Link.Sigmoid)]
    public BinaryProbabilities<T> Sigmoid()
    {
        var result = _tensor.Fresh(out var values);
        Kernels.Sigmoid(_tensor.Values.Span, values);
        return new BinaryProbabilities<T>(result);
    }

    /// <inheritdoc cref="Logits{T}.Temperature"/>
    [return: Computes(Operation.Divide)]
    public BinaryLogits<T> Temperature(T temperature)
    {
        PositiveNumber.Check(temperature, nameof(temperature));
        var result = _tensor.Fresh(out var values);
        TensorPrimitives.Divide(_tensor.Values.Span, temperature, values);
        return new BinaryLogits<T>(result, Model);
    }

    /// <summary>The numbers as a view of a span, where they are.</summary>
    public BinaryLogitsSpan<T> AsSpan() => new(_tensor.Values.Span, Model);

    /// <inheritdoc cref="Logits{T}.CopyTo"/>
    public void CopyTo([Logits(Link.Sigmoid)] Span<T> destination) => _tensor.CopyTo(destination, nameof(destination));

    /// <inheritdoc cref="Logits{T}.ToTensor"/>
    [return: SameKind]
    public Tensor<T> ToTensor() => _tensor.ToTensor();

    /// <summary>The axes and the model.</summary>
    public override string ToString() => $"BinaryLogits {_tensor} of {Model}";
}
