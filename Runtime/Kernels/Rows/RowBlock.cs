namespace Logits.Numerics;

/// <summary>Some rows of neighbouring numbers, as a kernel gets them.</summary>
internal readonly unsafe struct RowBlock<T>(T* logits, T* other, T* destination, nint first, nint rows, nint classes, bool streams)
    where T : unmanaged
{
    /// <summary>The rows to read.</summary>
    public T* Logits => logits;

    /// <summary>The rows of a second source (targets, another model's logits); null if there is none.</summary>
    public T* Other => other;

    /// <summary>The rows to write, which may be <see cref="Logits"/> themselves; null if there are none.</summary>
    public T* Destination => destination;

    /// <summary>The number of the first row among all rows, by which a kernel finds what it keeps for each row.</summary>
    public nint First => first;

    /// <summary>How many rows there are.</summary>
    public nint Rows => rows;

    /// <summary>The length of a row.</summary>
    public nint Classes => classes;

    /// <summary>Whether the destination is larger than the caches, so that what is written need not go there.</summary>
    public bool Streams => streams;

    /// <summary>Some of the rows, or those that are left.</summary>
    public RowBlock<T> Part(nint from, nint count)
    {
        var start = from * classes;
        return new(
            logits + start,
            other == null ? null : other + start,
            destination == null ? null : destination + start,
            first + from,
            nint.Min(count, rows - from),
            classes,
            streams);
    }
}
