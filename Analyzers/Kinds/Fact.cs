using System;
using System.Collections.Generic;

namespace Logits.Analyzers.Kinds;

/// <summary>
/// A flat lattice over one property of a value: nothing seen yet (bottom), exactly one thing, or not known (top). Two different things
/// join to "not known".
/// </summary>
internal readonly struct Fact<T> : IEquatable<Fact<T>>
    where T : IEquatable<T>
{
    private enum State : byte
    {
        Unseen,
        Known,
        Unknown,
    }

    private readonly State _state;
    private readonly T? _value;

    private Fact(State state, T? value)
    {
        _state = state;
        _value = value;
    }

    /// <summary>Bottom: the identity of <see cref="Join"/>.</summary>
    public static Fact<T> Unseen => default;

    public static Fact<T> Unknown => new(State.Unknown, default);

    public bool IsKnown => _state == State.Known;

    public static Fact<T> Of(T value) => new(State.Known, value);

    public bool Is(T value) => IsKnown && EqualityComparer<T>.Default.Equals(_value!, value);

    public bool TryGet(out T value)
    {
        value = _value!;
        return IsKnown;
    }

    public Fact<T> Join(Fact<T> other)
    {
        if (_state == State.Unseen)
        {
            return other;
        }

        if (other._state == State.Unseen)
        {
            return this;
        }

        return Equals(other) ? this : Unknown;
    }

    public bool Equals(Fact<T> other) => _state == other._state && EqualityComparer<T>.Default.Equals(_value!, other._value!);

    public override bool Equals(object? obj) => obj is Fact<T> other && Equals(other);

    public override int GetHashCode() => unchecked(((int)_state * 397) ^ (_value is null ? 0 : _value.GetHashCode()));

    public override string ToString() => IsKnown ? $"{_value}" : _state == State.Unseen ? "unseen" : "unknown";
}
