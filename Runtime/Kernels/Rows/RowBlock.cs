namespace Logits.Numerics;

/// <summary>Some rows of neighbouring numbers, as a kernel gets them.</summary>
internal readonly unsafe struct RowBlock<T>(T* logits, T* other, T* destination, nint first, nint rows, nint classes)
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
}
