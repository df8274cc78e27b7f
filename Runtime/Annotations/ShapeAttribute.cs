using System;

namespace Logits.Annotations;

/// <summary>This argument is the new shape, one number an axis.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ShapeAttribute : Attribute;
