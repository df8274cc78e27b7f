using System;

namespace Logits.Annotations;

/// <summary>How this library's users write a conversion of scores to a kind; code fixes write it so.</summary>
/// <param name="kind">The kind that the expression gives.</param>
/// <param name="link">Its link.</param>
/// <param name="expression">C# with <c>{0}</c> for the scores and, where an axis is needed, <c>{axis}</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true)]
public sealed class SpellingAttribute(Kind kind, Link link, string expression) : Attribute
{
    /// <summary>The kind that the expression gives.</summary>
    public Kind Kind { get; } = kind;

    /// <summary>Its link.</summary>
    public Link Link { get; } = link;

    /// <summary>The expression.</summary>
    public string Expression { get; } = expression;
}
