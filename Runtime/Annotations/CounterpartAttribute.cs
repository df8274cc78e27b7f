using System;

namespace Logits.Annotations;

/// <summary>The member beside this one that does the same for predictions of another kind.</summary>
/// <param name="kind">The kind that the other one takes.</param>
/// <param name="link">The link that the other one takes.</param>
/// <param name="member">Its simple name, in the same type.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class CounterpartAttribute(Kind kind, Link link, string member) : Attribute
{
    /// <summary>The kind that the other one takes.</summary>
    public Kind Kind { get; } = kind;

    /// <summary>The link that the other one takes.</summary>
    public Link Link { get; } = link;

    /// <summary>Its simple name, in the same type.</summary>
    public string Member { get; } = member;
}
