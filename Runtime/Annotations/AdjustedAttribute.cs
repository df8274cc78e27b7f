using System;

namespace Logits.Annotations;

/// <summary>Same kind and same axes, though some of the numbers are changed: masked, clamped, dropped.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class AdjustedAttribute : Attribute;
