namespace Logits.Analyzers.Kinds;

/// <summary>
/// What is known of one tensor: an element of a product of lattices, joined component by component. Immutable and small.
/// </summary>
/// <param name="Kinds">The kinds that it may have, with their links.</param>
/// <param name="ClassCount">The size of its class axis.</param>
/// <param name="ClassAxis">Its class axis, counted from the front or, negative, from the back.</param>
/// <param name="Rank">How many axes it has.</param>
/// <param name="Origin">The outermost model that made it.</param>
internal readonly record struct Value(KindSet Kinds, Fact<int> ClassCount, Fact<int> ClassAxis, Fact<int> Rank, Fact<Origin> Origin)
{
    /// <summary>No value at all (null, never assigned): the identity of <see cref="Join"/>.</summary>
    public static Value Bottom => default;

    /// <summary>Any value: absorbs every join.</summary>
    public static Value Unknown => new(KindSet.Unknown, Fact<int>.Unknown, Fact<int>.Unknown, Fact<int>.Unknown, Fact<Origin>.Unknown);

    public static Value Of(Kind kind, Link link = Link.None) => Unknown with { Kinds = KindSet.Of(kind, link) };

    public Value Join(Value other) => new(
        Kinds.Join(other.Kinds),
        ClassCount.Join(other.ClassCount),
        ClassAxis.Join(other.ClassAxis),
        Rank.Join(other.Rank),
        Origin.Join(other.Origin));

    /// <summary>The same numbers in other axes: the kind stays, what was known of the shape does not.</summary>
    public Value Reshaped() => this with { ClassCount = Fact<int>.Unknown, ClassAxis = Fact<int>.Unknown, Rank = Fact<int>.Unknown };

    /// <summary>Other numbers in the same axes.</summary>
    public Value OfUnknownKind() => this with { Kinds = KindSet.Unknown, Origin = Fact<Origin>.Unknown };
}
