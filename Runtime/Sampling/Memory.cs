using System;

namespace Logits.Sampling;

/// <summary>Arrays that are kept from call to call.</summary>
internal static class Memory
{
    /// <summary>So many elements of an array, which is replaced by a longer one if it is too short.</summary>
    public static Span<T> Sized<T>(ref T[] memory, int length)
    {
        if (memory.Length < length)
            memory = new T[length];
        return memory.AsSpan(0, length);
    }
}
