namespace Logits.Annotations;

/// <summary>Labels: the number of the class.</summary>
public sealed class ClassIndicesAttribute() : KindAttribute(Link.None);
