using System;

namespace Logits.Annotations;

/// <summary>The result are positions: of the input only the order of its numbers matters.</summary>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class OrderOnlyAttribute : Attribute
{
    /// <summary>For a tuple: the element that is meant, by its name.</summary>
    public string? Element { get; set; }
}
