namespace Logits.Annotations;

/// <summary>Labels: zero or one, each on its own.</summary>
public sealed class BinaryLabelsAttribute() : KindAttribute(Link.None);
