using System;

namespace Logits.Analyzers.Kinds;

/// <summary>Which outermost model made a value: an identity that compares, and a name for messages.</summary>
internal readonly struct Origin(string identity, string name) : IEquatable<Origin>
{
    public string Identity { get; } = identity;

    public string Name { get; } = name;

    public bool Equals(Origin other) => Identity == other.Identity;

    public override bool Equals(object? obj) => obj is Origin other && Equals(other);

    public override int GetHashCode() => Identity is null ? 0 : Identity.GetHashCode();

    public override string ToString() => Name ?? "";
}
