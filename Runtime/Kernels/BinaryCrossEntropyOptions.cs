namespace Logits;

/// <summary>What a binary cross-entropy may be told; <c>default</c> is the plain mean over all elements.</summary>
/// <typeparam name="T">The type of the logits.</typeparam>
public readonly struct BinaryCrossEntropyOptions<T>
    where T : struct
{
    /// <summary>How the losses become one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>What the positive label's term weighs, finite and not negative; 1 if not set. The negative label's term weighs 1.</summary>
    public T? PositiveWeight { get; init; }
}
