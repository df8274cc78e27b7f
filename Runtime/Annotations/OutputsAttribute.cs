using System;

namespace Logits.Annotations;

/// <summary>This argument is the symbolic output of the model that is returned.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputsAttribute : Attribute;
