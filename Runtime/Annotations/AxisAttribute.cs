using System;

namespace Logits.Annotations;

/// <summary>This argument names the axis that the member works along.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AxisAttribute : Attribute;
