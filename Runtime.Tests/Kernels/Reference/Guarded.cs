using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>A span of a kernel's among guards: at the end of a page, at the start of one, or anywhere.</summary>
internal sealed unsafe class Guarded<TItem>(int capacity) : IDisposable
    where TItem : unmanaged
{
    /// <summary>How many guards there are on a side that is not the end of a page: more than the widest pair of registers holds.</summary>
    private const int Margin = 80;

    private readonly GuardedMemory _memory = new(sizeof(TItem) * ((nint)capacity + (2 * Margin)));
    private TItem[] _before = [];
    private TItem* _area;
    private int _first;
    private int _length;

    public Span<TItem> Span => new(_area + _first, _length);

    /// <summary>All places.</summary>
    public int[] Places => [.. Enumerable.Range(0, _length)];

    private Span<TItem> Area => new(_area, _before.Length);

    /// <summary>Another place for so many items, with guards around them and in them.</summary>
    public Span<TItem> Place(int length, TItem guard, Random random)
    {
        _length = length;
        int all = (int)(_memory.Length / sizeof(TItem)), side = random.Next(3);
        _before = new TItem[length + (side == 2 ? 2 * Margin : Margin)];
        // At its start, at its end, or at any address.
        _area = (TItem*)_memory.Start + (side == 0 ? 0 : side == 1 ? all - _before.Length : random.Next(all - _before.Length + 1));
        _first = side == 0 ? 0 : Margin;
        this.Area.Fill(guard);
        return this.Span;
    }

    /// <summary>Keeps what is there.</summary>
    public void Remember() => this.Area.CopyTo(_before);

    /// <summary>Nothing was written, except for some places; what is there now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TItem[] AssertUntouchedBut(ReadOnlySpan<int> places, string what)
    {
        var written = new TItem[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            ref var now = ref _area[_first + places[i]];
            written[i] = now;
            now = _before[_first + places[i]];
        }
        if (!MemoryMarshal.AsBytes<TItem>(_before).SequenceEqual(MemoryMarshal.AsBytes(this.Area)))
            Assert.Fail($"{what}: written to {this.FirstDifference() - _first}, outside of its {_length} items or between them.");
        return written;
    }

    public void Dispose() => _memory.Dispose();

    private int FirstDifference()
    {
        var i = 0;
        while (MemoryMarshal.AsBytes(_before.AsSpan(i, 1)).SequenceEqual(MemoryMarshal.AsBytes(this.Area.Slice(i, 1))))
            i++;
        return i;
    }
}
