using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Logits.Numerics;

/// <summary>A function of each number, from one place to another or to the same.</summary>
internal static unsafe class MapLoop<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>y = map(x); <paramref name="streams"/> says that y will have left the cache before it is read, and need not go there.</summary>
    public static void Run<TMap>(TNumber* x, TNumber* y, nint n, in TMap map, bool streams)
        where TMap : struct, IMap<TLanes>
    {
        nint head = 0;
        if (streams && (nint)y % sizeof(TNumber) == 0)
        {
            head = nint.Min(n, (nint)((nuint)(-(nint)y) % (nuint)sizeof(TLanes)) / sizeof(TNumber));
            var body = (n - head) / TLanes.Count * TLanes.Count;
            Cached(x, y, head, in map);
            Streamed(x + head, y + head, body, in map);
            head += body;
        }
        Cached(x + head, y + head, n - head, in map);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Cached<TMap>(TNumber* x, TNumber* y, nint n, in TMap map)
        where TMap : struct, IMap<TLanes>
    {
        nint i = 0;
        if (n >= TLanes.Count)
        {
            // A copy, so that its fields stay in registers.
            var local = map;
            for (; i <= n - TLanes.Count; i += TLanes.Count)
                TLanes.Store(local.Of(TLanes.Load(x + i)), y + i);
        }
        if (i < n)
            Last(x + i, y + i, (int)(n - i), in map);
    }

    // Apart, as the compiler inlines only so many calls into one method.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Last<TMap>(TNumber* x, TNumber* y, int n, in TMap map)
        where TMap : struct, IMap<TLanes>
    {
        var mask = TLanes.First(n);
        TLanes.StoreMasked(map.Of(TLanes.LoadMasked(x, mask, TLanes.Create(0))), y, mask);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Streamed<TMap>(TNumber* x, TNumber* y, nint n, in TMap map)
        where TMap : struct, IMap<TLanes>
    {
        var local = map;
        for (nint i = 0; i < n; i += TLanes.Count)
            TLanes.StoreNonTemporal(local.Of(TLanes.Load(x + i)), y + i);
        // What is written past the cache is not in order with other writes.
        if (Sse.IsSupported)
            Sse.StoreFence();
    }
}
