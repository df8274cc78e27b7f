using System;

namespace Logits.Annotations;

/// <summary>These arguments, in order, are the layers of the model that is returned.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ComposesAttribute : Attribute;
