using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>Binary probabilities: for each sample or label, on its own, the probability of yes, in [0, 1].</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
/// <remarks>The numbers are used where they are, not copied, and must not change meanwhile.</remarks>
[CarriesKind, Probabilities(Link.Sigmoid)]
public readonly struct BinaryProbabilities<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ElementTensor<T> _tensor;

    internal BinaryProbabilities(ElementTensor<T> tensor) => _tensor = tensor;

    /// <inheritdoc cref="BinaryLogits{T}.Count"/>
    public int Count => _tensor.Values.Length;

    /// <inheritdoc cref="Logits{T}.Lengths"/>
    public ReadOnlySpan<nint> Lengths => _tensor.Lengths;

    internal ElementTensor<T> Tensor => _tensor;

    /// <summary>The probability of one sample or label, counted in row-major order.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    [Probabilities(Link.Sigmoid)]
    public T this[int index] => _tensor[index];

    /// <summary>Numbers of which it is checked that each is a probability.</summary>
    /// <param name="values">One in [0, 1] for each sample or label.</param>
    /// <exception cref="ArgumentException">A number, which the message names, is not in [0, 1].</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static BinaryProbabilities<T> Create([Probabilities(Link.Sigmoid)] ReadOnlyMemory<T> values)
    {
        Normalised.Each(values.Span, nameof(values));
        return Unchecked(values);
    }

    /// <summary>Numbers that are taken for probabilities as they are.</summary>
    /// <param name="values">One for each sample or label.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static BinaryProbabilities<T> Unchecked([Probabilities(Link.Sigmoid)] ReadOnlyMemory<T> values) => new(ElementTensor<T>.Of(values));

    /// <summary>The numbers of a tensor in row-major order, of which it is checked that each is a probability.</summary>
    /// <inheritdoc cref="BinaryLogits{T}.FromTensor"/>
    /// <exception cref="ArgumentException">The tensor is not dense, or a number is not in [0, 1].</exception>
    public static BinaryProbabilities<T> FromTensor([Probabilities(Link.Sigmoid)] Tensor<T> tensor)
    {
        var result = UncheckedFromTensor(tensor);
        Normalised.Each(result._tensor.Values.Span, nameof(tensor));
        return result;
    }

    /// <summary>The numbers of a tensor in row-major order, which are taken for probabilities as they are.</summary>
    /// <inheritdoc cref="BinaryLogits{T}.FromTensor"/>
    public static BinaryProbabilities<T> UncheckedFromTensor([Probabilities(Link.Sigmoid)] Tensor<T> tensor) => new(ElementTensor<T>.Of(tensor, nameof(tensor)));

    /// <summary>1 for yes and 0 for no: labels as targets of a loss.</summary>
    /// <param name="labels">One for each sample or label.</param>
    public static BinaryProbabilities<T> FromLabels([BinaryLabels] ReadOnlySpan<bool> labels)
    {
        var values = new T[labels.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = labels[i] ? T.One : T.Zero;
        return Unchecked(values);
    }

    /// <summary>The mean of probabilities, element by element: an ensemble's opinion, also of several models.</summary>
    /// <param name="probabilities">One or more, of the same axes.</param>
    /// <exception cref="ArgumentException">There are none, or the axes differ.</exception>
    public static BinaryProbabilities<T> Average(params ReadOnlySpan<BinaryProbabilities<T>> probabilities)
    {
        AtLeastOne.Check(probabilities.Length, "probabilities", nameof(probabilities));
        var mean = probabilities[0]._tensor.Copy(out var sum);
        for (var i = 1; i < probabilities.Length; i++)
            probabilities[i]._tensor.AddTo(in mean, sum, $"Probabilities {i}", nameof(probabilities));
        TensorPrimitives.Divide(sum, T.CreateChecked(probabilities.Length), sum);
        return new BinaryProbabilities<T>(mean);
    }

    /// <summary>
    /// The logarithm of the odds of each number; infinite for the probabilities 0 and 1. See <see cref="Kernels.Logit{T}"/>.
    /// </summary>
    /// <param name="model">The model that they come from, if it is known.</param>
    public BinaryLogits<T> ToLogits(ModelId model = default)
    {
        var result = _tensor.Fresh(out var values);
        Kernels.Logit(_tensor.Values.Span, values);
        return new BinaryLogits<T>(result, model);
    }

    /// <summary>For each number whether it reaches a threshold.</summary>
    /// <param name="threshold">A probability in [0, 1]; 0.5 where both errors cost the same.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is not in [0, 1].</exception>
    [return: BinaryLabels]
    public bool[] AtLeast([Probabilities(Link.Sigmoid)] T threshold)
    {
        if (!(threshold >= T.Zero && threshold <= T.One))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be a probability, from 0 to 1.");
        var values = _tensor.Values.Span;
        var labels = new bool[values.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = values[i] >= threshold;
        return labels;
    }

    /// <summary>The numbers as a view of a span, where they are.</summary>
    public BinaryProbabilitiesSpan<T> AsSpan() => BinaryProbabilitiesSpan<T>.Unchecked(_tensor.Values.Span);

    /// <inheritdoc cref="Logits{T}.CopyTo"/>
    public void CopyTo([Probabilities(Link.Sigmoid)] Span<T> destination) => _tensor.CopyTo(destination, nameof(destination));

    /// <inheritdoc cref="Logits{T}.ToTensor"/>
    [return: SameKind]
    public Tensor<T> ToTensor() => _tensor.ToTensor();

    /// <summary>The axes.</summary>
    public override string ToString() => $"BinaryProbabilities {_tensor}";
}
