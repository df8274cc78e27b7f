using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>A view of binary logits in a span, each on its own.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
[CarriesKind, Logits(Link.Sigmoid)]
public readonly ref struct BinaryLogitsSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers, each on its own.</summary>
    /// <param name="values">One for each sample or label.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public BinaryLogitsSpan([Logits(Link.Sigmoid)] ReadOnlySpan<T> values, ModelId model = default)
    {
        Arguments.Supported<T>();
        Values = values;
        Model = model;
    }

    /// <summary>The bare numbers.</summary>
    [Logits(Link.Sigmoid)]
    public ReadOnlySpan<T> Values { get; }

    /// <summary>One logit.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    [Logits(Link.Sigmoid)]
    public T this[int index] => RowMath.At(Values, index);

    /// <inheritdoc cref="Logits{T}.Model"/>
    public ModelId Model { get; }

    /// <summary>The probability of the positive label for each number.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the logits themselves.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the logits in part.</exception>
    [return: Probabilities(Link.Sigmoid)]
    public BinaryProbabilitiesSpan<T> Sigmoid([Probabilities(Link.Sigmoid)] Span<T> destination)
    {
        Kernels.Sigmoid(Values, destination);
        return BinaryProbabilitiesSpan<T>.Unchecked(destination[..Values.Length]);
    }
}
