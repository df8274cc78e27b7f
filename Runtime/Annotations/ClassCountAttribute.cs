using System;

namespace Logits.Annotations;

/// <summary>The number of classes: on an integer parameter, the argument that gives it; with a number, the count itself.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ClassCountAttribute : Attribute
{
    /// <summary>This argument gives the number of classes.</summary>
    public ClassCountAttribute()
    {
    }

    /// <summary>There are this many classes.</summary>
    /// <param name="count">One or more.</param>
    public ClassCountAttribute(int count) => Count = count;

    /// <summary>The count, where it is fixed.</summary>
    public int? Count { get; }
}
