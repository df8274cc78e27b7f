using System;

namespace Logits.Annotations;

/// <summary>
/// Base of the attributes that write a kind down: on a parameter, what it needs, or what the member leaves in it (<see cref="DestinationAttribute"/>);
/// on a return value, field or property, what it holds.
/// Two of them on one parameter are a choice.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public abstract class KindAttribute : Attribute
{
    private protected KindAttribute(Link link) => Link = link;

    /// <summary>How logits become these probabilities.</summary>
    public Link Link { get; }

    /// <summary>For a tuple: the element that is meant, by its name.</summary>
    public string? Element { get; set; }
}
