namespace Logits.Annotations;

/// <summary>Unnormalised log-probabilities.</summary>
/// <param name="link">How logits become probabilities.</param>
public sealed class LogitsAttribute(Link link = Link.None) : KindAttribute(link);
