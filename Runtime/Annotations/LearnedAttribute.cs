using System;

namespace Logits.Annotations;

/// <summary>Values of this type are parameters that training learns: adding one or multiplying by one keeps a kind.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class LearnedAttribute : Attribute;
