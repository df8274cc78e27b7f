namespace Logits.Annotations;

/// <summary>Numbers in [0, 1]; with the softmax link they sum to one along the class axis.</summary>
/// <param name="link">How logits become probabilities.</param>
public sealed class ProbabilitiesAttribute(Link link = Link.None) : KindAttribute(link);
