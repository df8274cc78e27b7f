using System;

namespace Logits.Annotations;

/// <summary>These arguments are the elements of the list that is returned, in order.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ElementsAttribute : Attribute;
