using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>log(x / (1 - x)); NaN outside [0, 1].</summary>
internal readonly struct LogitMap<TLanes, TNumber> : IMap<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const double HalfOf2To100 = 633825300114114700748351602688.0, HalfOf2To40 = 549755813888, Log2 = 0.69314718055994531;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Of(TLanes x)
    {
        TLanes zero = TLanes.Create(0), one = TLanes.Create(1), half = TLanes.Create(0.5);
        // The lesser of the two probabilities is exact, and from 1/4 on so is what it lacks of 1/2.
        var lesser = TLanes.Select(TLanes.LessThan(half, x), one - x, x);
        // The odds of the least numbers are infinite, unless these are made larger by a power of two.
        var isTiny = TLanes.LessThan(lesser, TLanes.Create(typeof(TNumber) == typeof(double) ? 1e-280 : 1e-30));
        var odds = (half - lesser) / (lesser * TLanes.Select(isTiny, TLanes.Create(typeof(TNumber) == typeof(double) ? HalfOf2To100 : HalfOf2To40), half));
        var log = Log1P<TLanes, TNumber>.Of(odds) + TLanes.Select(isTiny, TLanes.Create(typeof(TNumber) == typeof(double) ? 100 * Log2 : 40 * Log2), zero);
        log = TLanes.Select(TLanes.Equal(lesser, zero), TLanes.Create(double.PositiveInfinity), log);
        log = TLanes.Select(TLanes.LessThan(lesser, zero), TLanes.Create(double.NaN), log);
        return TLanes.Select(TLanes.LessThan(x, half), zero - log, log);
    }
}
