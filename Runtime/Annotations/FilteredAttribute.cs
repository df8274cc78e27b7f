using System;

namespace Logits.Annotations;

/// <summary>Some of the numbers, chosen along an axis by what they are: the greatest, those that a mask leaves. The kind stays as with <c>Selected</c>.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class FilteredAttribute : Attribute
{
    /// <summary>For a tuple: the element that is meant, by its name.</summary>
    public string? Element { get; set; }
}
