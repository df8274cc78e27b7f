namespace Logits.Annotations;

/// <summary>What an affine layer returns: not normalised.</summary>
public sealed class ScoresAttribute() : KindAttribute(Link.None);
