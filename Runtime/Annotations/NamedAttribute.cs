using System;

namespace Logits.Annotations;

/// <summary>The string by which the library knows this layer or function.</summary>
/// <param name="name">The name, as the library compares it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class NamedAttribute(string name) : Attribute
{
    /// <summary>The name, as the library compares it.</summary>
    public string Name { get; } = name;
}
