using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>
    /// The sigmoid cross-entropy of binary logits x and targets t: <c>w * t * softplus(-x) + (1 - t) * softplus(x)</c>, w the weight of the
    /// positive label, as one number.
    /// </summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="targets">For each the probability that the positive label is right, in [0, 1]; not checked.</param>
    /// <param name="options">Reduction, weight of the positive label.</param>
    /// <returns>
    /// The mean or sum of the losses. An infinite logit has the loss 0 where the target agrees, and positive infinity where it does not.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or an option has no meaning.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T BinaryCrossEntropy<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [BinaryLabels, Probabilities(Link.Sigmoid)] ReadOnlySpan<T> targets, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => BinaryCrossEntropyElements.Run(logits, targets, default, default, options);

    /// <summary>The sigmoid cross-entropy of binary logits and targets, one loss for each.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="targets">For each the probability that the positive label is right, in [0, 1]; not checked.</param>
    /// <param name="losses">The loss of each, apart from the sources; within <see cref="Accuracy.BinaryCrossEntropy"/> ULP (<see cref="Accuracy.WeightedBinaryCrossEntropy"/> with a weight).</param>
    /// <param name="options">Weight of the positive label; the reduction is not used.</param>
    /// <exception cref="ArgumentException">The lengths differ, an option has no meaning, or spans overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void BinaryCrossEntropy<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [BinaryLabels, Probabilities(Link.Sigmoid)] ReadOnlySpan<T> targets, Span<T> losses, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => BinaryCrossEntropyElements.Run(logits, targets, BinaryCrossEntropyElements.Losses(losses, logits), default, options);

    /// <summary>The sigmoid cross-entropy of binary logits and targets, as one number, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="targets">For each the probability that the positive label is right, in [0, 1]; not checked.</param>
    /// <param name="gradient">The derivative of the result by each logit, within <see cref="Accuracy.BinaryCrossEntropyGradient"/> ULP. It may be <paramref name="logits"/> itself.</param>
    /// <param name="options">Reduction, weight of the positive label.</param>
    /// <returns>The mean or sum of the losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T BinaryCrossEntropyWithGradient<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [BinaryLabels, Probabilities(Link.Sigmoid)] ReadOnlySpan<T> targets, Span<T> gradient, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => BinaryCrossEntropyElements.Run(logits, targets, default, BinaryCrossEntropyElements.Gradient(gradient, logits), options);

    /// <summary>The sigmoid cross-entropy of binary logits and targets, one loss for each, and the gradient of their sum.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Binary logits, each on its own.</param>
    /// <param name="targets">For each the probability that the positive label is right, in [0, 1]; not checked.</param>
    /// <param name="losses">The loss of each, apart from the sources.</param>
    /// <param name="gradient">The derivative of each loss by its logit, within <see cref="Accuracy.BinaryCrossEntropyGradient"/> ULP. It may be <paramref name="logits"/> itself.</param>
    /// <param name="options">Weight of the positive label; the reduction is not used.</param>
    /// <exception cref="ArgumentException">The lengths differ, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void BinaryCrossEntropyWithGradient<T>([Logits(Link.Sigmoid)] ReadOnlySpan<T> logits, [BinaryLabels, Probabilities(Link.Sigmoid)] ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradient, BinaryCrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => BinaryCrossEntropyElements.Run(logits, targets, BinaryCrossEntropyElements.Losses(losses, logits), BinaryCrossEntropyElements.Gradient(gradient, logits), options);
}
