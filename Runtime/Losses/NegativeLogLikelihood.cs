using System;
using System.Numerics;
using Logits.Numerics;

namespace Logits;

public static partial class Loss
{
    /// <summary>The mean or sum of minus the log-probabilities of the labels, in nats.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logProbabilities">The rows.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>A number from 0; positive infinity where a label has a probability of 0.</returns>
    /// <remarks>
    /// Of logits, <see cref="CrossEntropy{T}(Logits{T}, ClassIndices, CrossEntropyOptions{T})"/> is the same loss in one step.
    /// </remarks>
    /// <exception cref="ArgumentException">There is not one label for each row, or an option has no meaning.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    public static T NegativeLogLikelihood<T>(LogProbabilities<T> logProbabilities, ClassIndices labels, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var targets = new LabelTargets<T>(logProbabilities.RowCount, logProbabilities.Classes, labels, options);
        return NegativeLogLikelihood(logProbabilities.Tensor, targets);
    }

    /// <summary>The mean or sum of minus the log-probabilities of the labels, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logProbabilities">The rows.</param>
    /// <param name="labels">The class that is right, for each row.</param>
    /// <param name="gradient">
    /// The derivative of the result by each log-probability, in row-major order; at least as long, and apart.
    /// </param>
    /// <param name="options">Reduction, class weights, label smoothing, a label to ignore.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one label for each row, the gradient is too short or overlaps a source, or an option has no meaning.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the one to ignore.</exception>
    public static T NegativeLogLikelihoodWithGradient<T>(LogProbabilities<T> logProbabilities, ClassIndices labels, Span<T> gradient, CrossEntropyOptions<T> options = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var tensor = logProbabilities.Tensor.Dense();
        Arguments.AtLeast(gradient.Length, tensor.Count, nameof(gradient), "one for each log-probability");
        gradient = gradient[..tensor.Count];
        Arguments.Apart<T, T>(gradient, logProbabilities.Tensor.Values.Span, nameof(gradient), nameof(logProbabilities));
        Arguments.Apart<T, int>(gradient, labels.Values, nameof(gradient), nameof(labels));
        Arguments.Apart<T, T>(gradient, options.ClassWeights, nameof(gradient), nameof(options.ClassWeights));
        var targets = new LabelTargets<T>(tensor.RowCount, tensor.Classes, labels, options);
        gradient.Clear();
        for (var r = 0; r < tensor.RowCount; r++)
        {
            var row = tensor.Offset(r);
            var (start, end) = targets.Classes(r);
            for (var c = start; c < end; c++)
                gradient[(int)(row + (c * tensor.ClassStride))] = T.CreateTruncating(-targets[r, c] * targets.Scale);
        }
        return NegativeLogLikelihood(tensor, targets);
    }

    private static T NegativeLogLikelihood<T>(in ClassTensor<T> tensor, LabelTargets<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = tensor.Values.Span;
        double sum = 0;
        for (var r = 0; r < tensor.RowCount; r++)
        {
            var row = tensor.Offset(r);
            var (start, end) = targets.Classes(r);
            for (var c = start; c < end; c++)
            {
                var target = targets[r, c];
                sum -= target == 0 ? 0 : target * double.CreateTruncating(values[(int)(row + (c * tensor.ClassStride))]);
            }
        }
        return T.CreateTruncating(sum * targets.Scale);
    }
}
