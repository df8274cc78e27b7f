using System;

namespace Logits.Annotations;

/// <summary>This argument is the activation that the layer applies to its output: an object, a function or a name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivationAttribute : Attribute;
