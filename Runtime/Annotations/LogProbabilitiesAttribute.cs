namespace Logits.Annotations;

/// <summary>Logarithms of probabilities.</summary>
/// <param name="link">How logits become probabilities.</param>
public sealed class LogProbabilitiesAttribute(Link link = Link.None) : KindAttribute(link);
