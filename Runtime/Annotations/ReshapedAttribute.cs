using System;

namespace Logits.Annotations;

/// <summary>The same numbers in other axes: the kind stays, class count and class axis are forgotten.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class ReshapedAttribute : Attribute;
