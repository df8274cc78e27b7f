namespace Logits.Annotations;

/// <summary>Labels: one at the class and zero elsewhere, or a distribution over the classes.</summary>
public sealed class OneHotAttribute() : KindAttribute(Link.None);
