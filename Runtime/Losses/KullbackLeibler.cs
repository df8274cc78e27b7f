using System;
using System.Buffers;
using System.Numerics;
using Logits.Numerics;

namespace Logits;

public static partial class Loss
{
    /// <summary>
    /// The Kullback-Leibler divergence, in nats, of the distributions of logits from those of target logits: sum(p * log(p / q)).
    /// </summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="targets">
    /// The logits of p, which is right: a teacher's, say, of any model. What is given as probabilities or log-probabilities becomes such by
    /// <see cref="Probabilities{T}.ToLogits"/> or <see cref="LogProbabilities{T}.ToLogits"/>.
    /// </param>
    /// <param name="logits">The logits of q, of the same axes.</param>
    /// <param name="reduction">How the rows' divergences become one number.</param>
    /// <returns>
    /// A number from 0; special values as for <see cref="Kernels.KullbackLeibler{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The axes differ, or the reduction is none of those that there are.</exception>
    public static T KullbackLeibler<T>(Logits<T> targets, Logits<T> logits, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.Known(reduction, nameof(reduction));
        targets.Tensor.SameAxes(logits.Tensor, "The targets", nameof(targets));
        var dense = logits.Tensor.Dense();
        var divergences = ArrayPool<T>.Shared.Rent(dense.RowCount);
        Kernels.KullbackLeibler(targets.Tensor.Dense().Values.Span, dense.Values.Span, dense.Layout, divergences);
        double sum = 0;
        for (var r = 0; r < dense.RowCount; r++)
            sum += double.CreateTruncating(divergences[r]);
        ArrayPool<T>.Shared.Return(divergences);
        return T.CreateTruncating(reduction == Reduction.Mean ? sum / dense.RowCount : sum);
    }

    /// <summary>The Kullback-Leibler divergence of the distributions of logits from those of target logits, and its gradient.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="targets">The logits of p, which is right.</param>
    /// <param name="logits">The logits of q, of the same axes.</param>
    /// <param name="gradient">
    /// The derivative of the result by each logit of q, in row-major order; at least as long, and apart from both.
    /// </param>
    /// <param name="reduction">How the rows' divergences become one number.</param>
    /// <returns>The divergence.</returns>
    /// <exception cref="ArgumentException">
    /// The axes differ, the gradient is too short or overlaps the logits, or the reduction is none of those that there are.
    /// </exception>
    public static T KullbackLeiblerWithGradient<T>(Logits<T> targets, Logits<T> logits, Span<T> gradient, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loss = KullbackLeibler(targets, logits, reduction);
        var dense = logits.Tensor.Dense();
        Arguments.AtLeast(gradient.Length, dense.Count, nameof(gradient), "one for each logit");
        gradient = gradient[..dense.Count];
        Arguments.Apart<T, T>(gradient, logits.Tensor.Values.Span, nameof(gradient), nameof(logits));
        Arguments.Apart<T, T>(gradient, targets.Tensor.Values.Span, nameof(gradient), nameof(targets));
        Kernels.Softmax(dense.Values.Span, dense.Layout, gradient);
        var right = targets.Softmax().Tensor.Values.Span;
        var scale = reduction == Reduction.Mean ? 1.0 / dense.RowCount : 1;
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = T.CreateTruncating(scale * (double.CreateTruncating(gradient[i]) - double.CreateTruncating(right[i])));
        return loss;
    }
}
