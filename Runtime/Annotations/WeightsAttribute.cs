namespace Logits.Annotations;

/// <summary>Exponentials that are not normalised.</summary>
public sealed class WeightsAttribute() : KindAttribute(Link.None);
