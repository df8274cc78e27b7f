namespace Logits;

/// <summary>
/// Losses that take what they need, and nothing else: logits where they normalise themselves, log-probabilities where they do not.
/// Gradients are written in row-major order, whatever the strides of the source are.
/// </summary>
public static partial class Loss
{
}
