using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The softmax cross-entropy of rows and their labels, as one number, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <typeparam name="TLabel">Any integer type.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="gradient">
    /// The derivative of the result by each logit, in the same layout: softmax * sum(targets) - target. It may be <paramref name="logits"/> itself.
    /// Within <see cref="Accuracy.CrossEntropyGradient"/> ULP; with class weights or label smoothing
    /// <see cref="Accuracy.CrossEntropyGradientOfTargets"/>.
    /// </param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>The mean or sum of the rows' losses.</returns>
    /// <remarks>
    /// A masked class, whose softmax is 0, has minus its target as its gradient: 0, unless it is the label, has a share or the target is smoothed, all of
    /// which make the loss infinite. An ignored row has the loss 0 and the gradient 0, whatever is in it. A row without a softmax (a logit is NaN or
    /// positive infinity, or all are masked) has NaN as its loss and in all of its gradient.
    /// </remarks>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T CrossEntropyWithGradient<T, TLabel>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [ClassIndices] ReadOnlySpan<TLabel> labels, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        => CrossEntropyRows.Run(logits, layout, labels, default, Arguments.Gradient(gradient, logits, layout), in options);

    /// <summary>The softmax cross-entropy of rows and their labels, row by row, and the gradient of the sum.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <typeparam name="TLabel">Any integer type.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="losses">The loss of each row, apart from the logits.</param>
    /// <param name="gradient">
    /// The derivative of a row's loss by each of its logits, in the same layout: softmax * sum(targets) - target. It may be
    /// <paramref name="logits"/> itself. Within <see cref="Accuracy.CrossEntropyGradient"/> ULP; with class weights or label smoothing
    /// <see cref="Accuracy.CrossEntropyGradientOfTargets"/>.
    /// </param>
    /// <param name="options">Class weights, label smoothing, a label to ignore; the reduction is not used.</param>
    /// <inheritdoc cref="CrossEntropyWithGradient{T, TLabel}(ReadOnlySpan{T}, ClassLayout, ReadOnlySpan{TLabel}, Span{T}, CrossEntropyOptions{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void CrossEntropyWithGradient<T, TLabel>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [ClassIndices] ReadOnlySpan<TLabel> labels, Span<T> losses, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        => CrossEntropyRows.Run(logits, layout, labels, Arguments.Losses(losses, logits, layout), Arguments.Gradient(gradient, logits, layout), in options);

    /// <summary>The softmax cross-entropy of rows and the distributions that are right, as one number, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="targets">For each row the share of each class, in the same layout; not checked, and not divided by its sum.</param>
    /// <param name="gradient">
    /// The derivative of the result by each logit, in the same layout: softmax * sum(targets) - target. It may be <paramref name="logits"/> itself.
    /// Within <see cref="Accuracy.CrossEntropyGradientOfTargets"/> ULP.
    /// </param>
    /// <param name="options">Reduction (the mean is over the rows), class weights, label smoothing.</param>
    /// <returns>The mean or sum of the rows' losses.</returns>
    /// <inheritdoc cref="CrossEntropyWithGradient{T, TLabel}(ReadOnlySpan{T}, ClassLayout, ReadOnlySpan{TLabel}, Span{T}, CrossEntropyOptions{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T CrossEntropyWithGradient<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [OneHot, Probabilities(Link.Softmax)] ReadOnlySpan<T> targets, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => CrossEntropyRows.Run(logits, layout, targets, default, Arguments.Gradient(gradient, logits, layout), in options);

    /// <summary>The softmax cross-entropy of rows and the distributions that are right, row by row, and the gradient of the sum.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="targets">For each row the share of each class, in the same layout; not checked, and not divided by its sum.</param>
    /// <param name="losses">The loss of each row, apart from the sources.</param>
    /// <param name="gradient">
    /// The derivative of a row's loss by each of its logits, in the same layout: softmax * sum(targets) - target. It may be <paramref name="logits"/> itself.
    /// Within <see cref="Accuracy.CrossEntropyGradientOfTargets"/> ULP.
    /// </param>
    /// <param name="options">Class weights, label smoothing; the reduction is not used.</param>
    /// <inheritdoc cref="CrossEntropyWithGradient{T, TLabel}(ReadOnlySpan{T}, ClassLayout, ReadOnlySpan{TLabel}, Span{T}, CrossEntropyOptions{T})" path="/remarks"/>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap in part.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void CrossEntropyWithGradient<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [OneHot, Probabilities(Link.Softmax)] ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => CrossEntropyRows.Run(logits, layout, targets, Arguments.Losses(losses, logits, layout), Arguments.Gradient(gradient, logits, layout), in options);
}
