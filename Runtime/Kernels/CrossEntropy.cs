using System;
using System.Numerics;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

public static partial class Kernels
{
    /// <summary>The softmax cross-entropy of one row: minus the log-probability of its label.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The row, at least one class.</param>
    /// <param name="label">The class that is right.</param>
    /// <returns>
    /// A number from 0; exactly 0 where the label is the only class that is not masked. Positive infinity if the label is masked (negative
    /// infinity); NaN if a logit is NaN or positive infinity, or all are masked. Within <see cref="Accuracy.CrossEntropy"/> ULP (<see cref="Accuracy.CrossEntropyOfDouble"/> of double).
    /// </returns>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not one of the classes.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static unsafe T CrossEntropy<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, [ClassIndices] int label)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.Supported<T>();
        Arguments.NotEmpty(logits, nameof(logits));
        if ((uint)label >= (uint)logits.Length)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"The label must be from 0 to {logits.Length - 1}.");
        var kernel = new IndexedCrossEntropyRows<T, int>(&label, weights: null, losses: null, smoothing: 0, ignored: null, scale: 1);
        return T.CreateTruncating(RowRunner.RunOne(new LaneRows<T, IndexedCrossEntropyRows<T, int>>(kernel), logits, default));
    }

    /// <summary>The softmax cross-entropy of rows and their labels, as one number.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <typeparam name="TLabel">Any integer type.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>
    /// The mean or sum of the rows' losses, each as for one row. With class weights or label smoothing within <see cref="Accuracy.CrossEntropyOfTargets"/>
    /// ULP (<see cref="Accuracy.CrossEntropyOfTargetsOfDouble"/> of double).
    /// </returns>
    /// <exception cref="ArgumentException">The layout or a length does not fit, or an option has no meaning.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T CrossEntropy<T, TLabel>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [ClassIndices] ReadOnlySpan<TLabel> labels, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        => CrossEntropyRows.Run<T, TLabel>(logits, layout, labels, default, default, in options);

    /// <summary>The softmax cross-entropy of rows and their labels, row by row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <typeparam name="TLabel">Any integer type.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="losses">The loss of each row, apart from the logits.</param>
    /// <param name="options">Class weights, label smoothing, a label to ignore; the reduction is not used.</param>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void CrossEntropy<T, TLabel>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [ClassIndices] ReadOnlySpan<TLabel> labels, Span<T> losses, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        => CrossEntropyRows.Run(logits, layout, labels, Arguments.Losses(losses, logits, layout), default, in options);

    /// <summary>The softmax cross-entropy of rows and the distributions that are right, as one number.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="targets">For each row the share of each class, in the same layout; not checked, and not divided by its sum.</param>
    /// <param name="options">Reduction (the mean is over the rows), class weights, label smoothing.</param>
    /// <returns>
    /// The mean or sum of the rows' losses. A class with a share of 0 counts for nothing, even if it is masked; one that has a share and is
    /// masked makes the loss positive infinity. Within <see cref="Accuracy.CrossEntropyOfTargets"/> ULP
    /// (<see cref="Accuracy.CrossEntropyOfTargetsOfDouble"/> of double).
    /// </returns>
    /// <exception cref="ArgumentException">The layout or a length does not fit, or an option has no meaning.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static T CrossEntropy<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [OneHot, Probabilities(Link.Softmax)] ReadOnlySpan<T> targets, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => CrossEntropyRows.Run(logits, layout, targets, default, default, in options);

    /// <summary>The softmax cross-entropy of rows and the distributions that are right, row by row.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">The rows.</param>
    /// <param name="layout">Where the classes lie: their count, for rows of neighbouring numbers, or a shape and its class axis.</param>
    /// <param name="targets">For each row the share of each class, in the same layout; not checked, and not divided by its sum.</param>
    /// <param name="losses">The loss of each row, apart from the sources.</param>
    /// <param name="options">Class weights, label smoothing; the reduction is not used.</param>
    /// <exception cref="ArgumentException">The layout or a length does not fit, an option has no meaning, or spans overlap.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static void CrossEntropy<T>([Logits(Link.Softmax)] ReadOnlySpan<T> logits, ClassLayout layout, [OneHot, Probabilities(Link.Softmax)] ReadOnlySpan<T> targets, Span<T> losses, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => CrossEntropyRows.Run(logits, layout, targets, Arguments.Losses(losses, logits, layout), default, in options);
}
