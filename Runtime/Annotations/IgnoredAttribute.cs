using System;

namespace Logits.Annotations;

/// <summary>The library accepts this argument and ignores it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IgnoredAttribute : Attribute;
