using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Memory of a stack, which begins anywhere.</summary>
internal static unsafe class StackMemory
{
    /// <summary>How many bytes more there must be for <see cref="Align"/>: those of the widest register.</summary>
    public const int Slack = 64;

    /// <summary>The first address that a register of any width may be stored to without crossing lines of the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TNumber* Align<TNumber>(byte* memory)
        where TNumber : unmanaged
        => (TNumber*)(((nuint)memory + Slack - 1) & ~(nuint)(Slack - 1));
}
