using Logits.Annotations;

namespace Logits.Sampling;

/// <summary>A token and how probable it is to be drawn.</summary>
/// <param name="Token">The number of the token: its class.</param>
/// <param name="Probability">In (0, 1].</param>
public readonly record struct TokenProbability([property: ClassIndices] int Token, [property: Probabilities(Link.Softmax)] double Probability);
