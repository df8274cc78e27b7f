using System;

namespace Logits.Annotations;

/// <summary>Other numbers in the same axes: the kind is forgotten, the shape stays.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class ElementwiseAttribute : Attribute;
