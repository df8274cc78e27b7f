using System;

namespace Logits.Annotations;

/// <summary>
/// The result is what came in: same numbers, same axes. Without names the receiver of an instance member, else the first parameter; with
/// names those parameters, joined.
/// </summary>
/// <param name="parameters">The parameters that the result may come from.</param>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class SameKindAttribute(params string[] parameters) : Attribute
{
    /// <summary>The parameters that the result may come from.</summary>
    public string[] Parameters { get; } = parameters;

    /// <summary>For a tuple: the element that is meant, by its name.</summary>
    public string? Element { get; set; }
}
