using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Logits.Analyzers;

/// <summary>An immutable array that is equal to another by its elements, so that records holding one compare structurally.</summary>
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private readonly ImmutableArray<T> _items = items;

    public static EquatableArray<T> Empty => new(ImmutableArray<T>.Empty);

    public ImmutableArray<T> Items => _items.IsDefault ? ImmutableArray<T>.Empty : _items;

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public bool Equals(EquatableArray<T> other) => Items == other.Items || Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in Items)
        {
            hash = unchecked((hash * 31) + (item is null ? 0 : item.GetHashCode()));
        }

        return hash;
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

internal static class EquatableArray
{
    public static EquatableArray<T> From<T>(IEnumerable<T> items) => new(items.ToImmutableArray());

    public static EquatableArray<T> Of<T>(T item) => new(ImmutableArray.Create(item));

    public static EquatableArray<T> Of<T>(params T[] items) => new(ImmutableArray.Create(items));

    /// <summary>The array with each element changed; the very same one where none changes.</summary>
    public static EquatableArray<T> Each<T>(this EquatableArray<T> items, Func<T, T> change)
        where T : class
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = change(items[i]);
            if (changed is null && !ReferenceEquals(item, items[i]))
            {
                changed = ImmutableArray.CreateBuilder<T>(items.Count);
                changed.AddRange(items.Items, i);
            }

            changed?.Add(item);
        }

        return changed is null ? items : new(changed.MoveToImmutable());
    }
}
