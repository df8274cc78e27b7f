using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>Sigmoid cross-entropy, element by element.</summary>
internal static unsafe class BinaryCrossEntropyElements
{
    public static Span<T> Losses<T>(Span<T> losses, ReadOnlySpan<T> logits)
    {
        Arguments.AtLeast(losses.Length, logits.Length, nameof(losses), "that of the logits");
        return losses[..logits.Length];
    }

    public static Span<T> Gradient<T>(Span<T> gradient, ReadOnlySpan<T> logits)
    {
        Arguments.AtLeast(gradient.Length, logits.Length, nameof(gradient), "that of the logits");
        Arguments.NoPartialOverlap(logits, gradient[..logits.Length], sameLayout: true, nameof(gradient));
        return gradient[..logits.Length];
    }

    /// <summary>The losses are written where <paramref name="losses"/> is not empty, and then not reduced; the gradient likewise.</summary>
    public static T Run<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradient, BinaryCrossEntropyOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.Supported<T>();
        Arguments.Length(targets.Length, logits.Length, nameof(targets), "one for each logit");
        Arguments.Apart<T, T>(losses, logits, nameof(losses), nameof(logits));
        Arguments.Apart<T, T>(losses, targets, nameof(losses), nameof(targets));
        Arguments.Apart<T, T>(losses, gradient, nameof(losses), nameof(gradient));
        Arguments.Apart<T, T>(gradient, targets, nameof(gradient), nameof(targets));
        Arguments.Known(options.Reduction, nameof(options));
        var positive = options.PositiveWeight ?? T.One;
        Arguments.Weight(positive, nameof(options.PositiveWeight), nameof(options));
        var scale = losses.IsEmpty && options.Reduction == Reduction.Mean ? 1.0 / logits.Length : 1;
        fixed (T* results = losses)
        {
            var kernel = new BinaryCrossEntropyLanes<T>(results, double.CreateTruncating(positive), scale);
            return T.CreateTruncating(ElementRunner.Run(kernel, logits, targets, gradient) * scale);
        }
    }
}
