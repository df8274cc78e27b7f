using System;

namespace Logits.Annotations;

/// <summary>What an older version of the library called this parameter.</summary>
/// <param name="name">The older name.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>The older name.</summary>
    public string Name { get; } = name;
}
