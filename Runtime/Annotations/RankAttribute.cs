using System;

namespace Logits.Annotations;

/// <summary>The result has this many axes, where the layer was made with its default settings.</summary>
/// <param name="rank">Zero or more.</param>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class RankAttribute(int rank) : Attribute
{
    /// <summary>The number of axes.</summary>
    public int Rank { get; } = rank;
}
