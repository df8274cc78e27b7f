using System;
using System.Numerics;
using Logits.Annotations;

namespace Logits;

public static partial class Loss
{
    /// <summary>The sigmoid cross-entropy of binary logits and targets, in nats.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Each on its own.</param>
    /// <param name="targets">
    /// For each the probability that yes is right, of the same axes; labels become such by <see cref="BinaryProbabilities{T}.FromLabels"/>.
    /// </param>
    /// <param name="options">Reduction, weight of the positive label.</param>
    /// <returns>
    /// The mean or sum of the losses; 0 where an infinite logit agrees with its target, positive infinity where it does not.
    /// </returns>
    /// <exception cref="ArgumentException">The axes differ, or an option has no meaning.</exception>
    public static T BinaryCrossEntropy<T>([Logits(Link.Sigmoid)] BinaryLogits<T> logits, BinaryProbabilities<T> targets, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        targets.Tensor.SameAxes(logits.Tensor, "The targets", nameof(targets));
        return Kernels.BinaryCrossEntropy(logits.Tensor.Values.Span, targets.Tensor.Values.Span, options);
    }

    /// <summary>The sigmoid cross-entropy of binary logits and targets, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Each on its own.</param>
    /// <param name="targets">For each the probability that yes is right, of the same axes.</param>
    /// <param name="gradient">The derivative of the result by each logit, at least as long.</param>
    /// <param name="options">Reduction, weight of the positive label.</param>
    /// <returns>The mean or sum of the losses.</returns>
    /// <exception cref="ArgumentException">The axes differ, the gradient is too short, or an option has no meaning.</exception>
    public static T BinaryCrossEntropyWithGradient<T>([Logits(Link.Sigmoid)] BinaryLogits<T> logits, BinaryProbabilities<T> targets, Span<T> gradient, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        targets.Tensor.SameAxes(logits.Tensor, "The targets", nameof(targets));
        return Kernels.BinaryCrossEntropyWithGradient(logits.Tensor.Values.Span, targets.Tensor.Values.Span, gradient, options);
    }
}
