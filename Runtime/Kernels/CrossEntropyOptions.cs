using System;

namespace Logits;

/// <summary>What a softmax cross-entropy may be told; <c>default</c> is the plain mean over the samples.</summary>
/// <typeparam name="T">The type of the logits.</typeparam>
public readonly ref struct CrossEntropyOptions<T>
{
    /// <summary>How the losses become one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>
    /// One weight a class, finite and not negative; empty for none. A sample weighs what its class weighs (class indices), a class's term
    /// weighs what the class weighs (dense targets, label smoothing).
    /// </summary>
    public ReadOnlySpan<T> ClassWeights { get; init; }

    /// <summary>
    /// The share of the target, in [0, 1], that is spread evenly over all classes. A masked class (a logit of negative infinity) then makes
    /// the loss infinite, as that class has a share of the target.
    /// </summary>
    public double LabelSmoothing { get; init; }

    /// <summary>The label of samples that count for nothing (loss 0, gradient 0, no weight); it need not be a class.</summary>
    public long? IgnoreIndex { get; init; }
}
