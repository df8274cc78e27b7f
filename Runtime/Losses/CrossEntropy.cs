using System;
using System.Numerics;
using Logits.Annotations;

namespace Logits;

public static partial class Loss
{
    /// <summary>The softmax cross-entropy of logits and labels, in nats.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>
    /// The mean or sum of the rows' losses; special values as for <see cref="Kernels.CrossEntropy{T}(ReadOnlySpan{T}, int)"/>.
    /// </returns>
    /// <exception cref="ArgumentException">There is not one label for each row, or an option has no meaning.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    public static T CrossEntropy<T>([Logits(Link.Softmax)] Logits<T> logits, ClassIndices labels, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Kernels.CrossEntropy(logits.Tensor.Values.Span, logits.Tensor.Layout, labels.Values, options);

    /// <summary>The softmax cross-entropy of logits and the distributions that are right, in nats.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="targets">For each row the share of each class; of the same axes.</param>
    /// <param name="options">Reduction, class weights, label smoothing; there is no label to ignore.</param>
    /// <returns>The mean or sum of the rows' losses.</returns>
    /// <exception cref="ArgumentException">The axes differ, or an option has no meaning.</exception>
    public static T CrossEntropy<T>([Logits(Link.Softmax)] Logits<T> logits, Probabilities<T> targets, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        targets.Tensor.SameAxes(logits.Tensor, "The targets", nameof(targets));
        var dense = logits.Tensor.Dense();
        return Kernels.CrossEntropy(dense.Values.Span, dense.Layout, targets.Tensor.Dense().Values.Span, options);
    }

    /// <summary>The softmax cross-entropy of logits and labels, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="gradient">The derivative of the result by each logit, in row-major order; at least as long.</param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>The mean or sum of the rows' losses.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one label for each row, the gradient is too short, or an option has no meaning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    public static T CrossEntropyWithGradient<T>([Logits(Link.Softmax)] Logits<T> logits, ClassIndices labels, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var dense = logits.Tensor.Dense();
        return Kernels.CrossEntropyWithGradient(dense.Values.Span, dense.Layout, labels.Values, gradient, options);
    }

    /// <summary>The softmax cross-entropy of logits and the distributions that are right, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="targets">For each row the share of each class; of the same axes.</param>
    /// <param name="gradient">The derivative of the result by each logit, in row-major order; at least as long.</param>
    /// <param name="options">Reduction, class weights, label smoothing; there is no label to ignore.</param>
    /// <returns>The mean or sum of the rows' losses.</returns>
    /// <exception cref="ArgumentException">The axes differ, the gradient is too short, or an option has no meaning.</exception>
    public static T CrossEntropyWithGradient<T>([Logits(Link.Softmax)] Logits<T> logits, Probabilities<T> targets, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        targets.Tensor.SameAxes(logits.Tensor, "The targets", nameof(targets));
        var dense = logits.Tensor.Dense();
        return Kernels.CrossEntropyWithGradient(dense.Values.Span, dense.Layout, targets.Tensor.Dense().Values.Span, gradient, options);
    }
}
