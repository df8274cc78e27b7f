using System;

namespace Logits.Annotations;

/// <summary>An argument, or a setting of the layer that is applied, decides what a parameter needs.</summary>
/// <param name="setting">The argument or setting.</param>
/// <param name="value">The constant that it must be.</param>
/// <param name="parameter">The parameter of which the kind is then known.</param>
/// <param name="kind">The kind that it then needs.</param>
/// <param name="link">How logits become these probabilities.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class WhenAttribute(string setting, object value, string parameter, Kind kind, Link link = Link.None) : Attribute
{
    /// <summary>The argument or setting.</summary>
    public string Setting { get; } = setting;

    /// <summary>The constant that it must be.</summary>
    public object Value { get; } = value;

    /// <summary>The parameter of which the kind is then known.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>The kind that it then needs.</summary>
    public Kind Kind { get; } = kind;

    /// <summary>How logits become these probabilities.</summary>
    public Link Link { get; } = link;
}
