using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>A view of binary probabilities in a span, each on its own.</summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
[CarriesKind, Probabilities(Link.Sigmoid)]
public readonly ref struct BinaryProbabilitiesSpan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private BinaryProbabilitiesSpan(ReadOnlySpan<T> values) => Values = values;

    /// <summary>The bare numbers.</summary>
    [Probabilities(Link.Sigmoid)]
    public ReadOnlySpan<T> Values { get; }

    /// <summary>One probability.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    [Probabilities(Link.Sigmoid)]
    public T this[int index] => RowMath.At(Values, index);

    /// <inheritdoc cref="BinaryProbabilities{T}.Create"/>
    public static BinaryProbabilitiesSpan<T> Create([Probabilities(Link.Sigmoid)] ReadOnlySpan<T> values)
    {
        Normalised.Each(values, nameof(values));
        return Unchecked(values);
    }

    /// <inheritdoc cref="BinaryProbabilities{T}.Unchecked"/>
    public static BinaryProbabilitiesSpan<T> Unchecked([Probabilities(Link.Sigmoid)] ReadOnlySpan<T> values)
    {
        Arguments.Supported<T>();
        return new BinaryProbabilitiesSpan<T>(values);
    }

    /// <summary>The logarithm of the odds of each number; infinite for the probabilities 0 and 1.</summary>
    /// <param name="destination">Where they are put, at least as long. It may be the memory of the probabilities themselves.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <returns>A view of them in <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is too short, or overlaps the probabilities in part.</exception>
    public BinaryLogitsSpan<T> ToLogits([Logits(Link.Sigmoid)] Span<T> destination, ModelId model = default)
    {
        Kernels.Logit(Values, destination);
        return new BinaryLogitsSpan<T>(destination[..Values.Length], model);
    }
}
