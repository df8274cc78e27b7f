using System;

namespace Logits.Annotations;

/// <summary>The receiver itself (of a static member, the first argument) becomes what the member returns.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InPlaceAttribute : Attribute;
