using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The passes over one row. Each is one method of its own, so that its numbers stay in registers.</summary>
internal static unsafe class RowLoops<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>How many times four registers are added up, with what that loses, before the sum goes on in double: exact for any class count.</summary>
    private const int BlockSteps = 64;

    /// <summary>The maximum; where there is a NaN, any number.</summary>
    [MethodImpl(Leaf)]
    public static double Max(TNumber* x, nint n)
    {
        TLanes top = TLanes.Create(double.NegativeInfinity), other = top;
        nint i = 0;
        for (; i <= n - (4 * TLanes.Count); i += 4 * TLanes.Count)
        {
            top = TLanes.Max(top, TLanes.Max(TLanes.Load(x + i), TLanes.Load(x + i + TLanes.Count)));
            other = TLanes.Max(other, TLanes.Max(TLanes.Load(x + i + (2 * TLanes.Count)), TLanes.Load(x + i + (3 * TLanes.Count))));
        }
        for (; i < n; i += TLanes.Count)
        {
            var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
            top = TLanes.Max(top, TLanes.LoadMasked(x + i, mask, TLanes.Create(double.NegativeInfinity)));
        }
        return TLanes.FirstLane(TLanes.MaxAcross(TLanes.Max(top, other)));
    }

    /// <summary>The maximum; NaN if a number is.</summary>
    [MethodImpl(Leaf)]
    public static double MaxOrNaN(TNumber* x, nint n)
    {
        TLanes top = TLanes.Create(double.NegativeInfinity), notANumber = top;
        nint i = 0;
        for (; i <= n - TLanes.Count; i += TLanes.Count)
        {
            var x0 = TLanes.Load(x + i);
            top = TLanes.Max(top, x0);
            notANumber = TLanes.Select(TLanes.Equal(x0, x0), notANumber, x0);
        }
        if (i < n)
        {
            var x0 = TLanes.LoadMasked(x + i, TLanes.First((int)(n - i)), TLanes.Create(double.NegativeInfinity));
            top = TLanes.Max(top, x0);
            notANumber = TLanes.Select(TLanes.Equal(x0, x0), notANumber, x0);
        }
        var sum = TLanes.Sum(notANumber);
        return double.IsNaN(sum) ? sum : TLanes.FirstLane(TLanes.MaxAcross(top));
    }

    /// <summary>y = x - max - log, with those of each row.</summary>
    [MethodImpl(Leaf)]
    public static void Subtract(TNumber* x, TNumber* y, nint rows, nint n, double* maxima, double* logs)
    {
        for (nint r = 0; r < rows; r++)
        {
            TLanes max = TLanes.Create(maxima[r]), log = TLanes.Create(logs[r]);
            nint i = 0;
            for (; i <= n - (2 * TLanes.Count); i += 2 * TLanes.Count)
            {
                TLanes y0 = TLanes.Load(x + i) - max - log, y1 = TLanes.Load(x + i + TLanes.Count) - max - log;
                TLanes.Store(y0, y + i);
                TLanes.Store(y1, y + i + TLanes.Count);
            }
            for (; i < n; i += TLanes.Count)
            {
                var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
                TLanes.StoreMasked(TLanes.LoadMasked(x + i, mask, max) - max - log, y + i, mask);
            }
            x += n;
            y += n;
        }
    }

    /// <summary>Where a number, or the first NaN, is; it must be there.</summary>
    [MethodImpl(Leaf)]
    public static nint IndexOf(TNumber* x, nint n, double value)
    {
        nint i = 0;
        if (double.IsNaN(value))
        {
            while (!TNumber.IsNaN(x[i]))
                i++;
            return i;
        }
        var wanted = TLanes.Create(value);
        for (; i <= n - TLanes.Count; i += TLanes.Count)
        {
            var found = TLanes.Bits(TLanes.Equal(TLanes.Load(x + i), wanted));
            if (found != 0)
                return i + BitOperations.TrailingZeroCount(found);
        }
        while (double.CreateTruncating(x[i]) != value)
            i++;
        return i;
    }

    /// <summary>
    /// The sum of the terms e^x * 2^-K, and each of them in <paramref name="y"/> if it is not null; the maximum of x (any number where there is
    /// a NaN, which the sum has then), and its term.
    /// </summary>
    [MethodImpl(Leaf)]
    public static double Sum(TNumber* x, TNumber* y, nint n, double k, out double max, out double atMax)
    {
        var exp = new Exponential<TLanes, TNumber>(k);
        var top = TLanes.Create(double.NegativeInfinity);
        var sum = new CompensatedSum();
        nint i = 0;
        while (n - i >= 4 * TLanes.Count)
        {
            var end = i + (nint.Min((n - i) / (4 * TLanes.Count), BlockSteps) * 4 * TLanes.Count);
            TLanes block = TLanes.Create(0), lost = block;
            for (; i < end; i += 4 * TLanes.Count)
            {
                TLanes x0 = TLanes.Load(x + i), x1 = TLanes.Load(x + i + TLanes.Count);
                TLanes x2 = TLanes.Load(x + i + (2 * TLanes.Count)), x3 = TLanes.Load(x + i + (3 * TLanes.Count));
                TLanes y0 = exp.Of(x0), y1 = exp.Of(x1), y2 = exp.Of(x2), y3 = exp.Of(x3);
                if (y != null)
                {
                    TLanes.Store(y0, y + i);
                    TLanes.Store(y1, y + i + TLanes.Count);
                    TLanes.Store(y2, y + i + (2 * TLanes.Count));
                    TLanes.Store(y3, y + i + (3 * TLanes.Count));
                }
                var part = (y0 + y1) + (y2 + y3);
                var next = block + part;
                lost += part - (next - block);
                block = next;
                top = TLanes.Max(TLanes.Max(top, TLanes.Max(x0, x1)), TLanes.Max(x2, x3));
            }
            sum.Add(TLanes.Sum(block) + TLanes.Sum(lost));
        }
        var rest = TLanes.Create(0);
        for (; i <= n - TLanes.Count; i += TLanes.Count)
        {
            var x0 = TLanes.Load(x + i);
            var y0 = exp.Of(x0);
            if (y != null)
                TLanes.Store(y0, y + i);
            rest += y0;
            top = TLanes.Max(top, x0);
        }
        if (i < n)
        {
            var mask = TLanes.First((int)(n - i));
            var x0 = TLanes.LoadMasked(x + i, mask, TLanes.Create(double.NegativeInfinity));
            var y0 = exp.Of(x0);
            if (y != null)
                TLanes.StoreMasked(y0, y + i, mask);
            rest += y0;
            top = TLanes.Max(top, x0);
        }
        top = TLanes.MaxAcross(top);
        max = TLanes.FirstLane(top);
        atMax = TLanes.FirstLane(exp.Of(top));
        sum.Add(TLanes.Sum(rest));
        return sum.Value;
    }

    /// <summary>The sum of the terms below a limit, each made from a number by <paramref name="map"/>.</summary>
    [MethodImpl(Leaf)]
    public static double SumBelow<TMap>(TNumber* x, nint n, TMap map, double limit)
        where TMap : struct, IMap<TLanes>
    {
        var top = TLanes.Create(limit);
        var sum = new CompensatedSum();
        for (nint i = 0; i < n;)
        {
            var end = nint.Min(n, i + (8 * TLanes.Count));
            var block = TLanes.Create(0);
            for (; i < end; i += TLanes.Count)
            {
                var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
                var term = TLanes.Select(mask, map.Of(TLanes.LoadMasked(x + i, mask, top)), top);
                block += TLanes.Select(TLanes.LessThan(term, top), term, TLanes.Create(0));
            }
            sum.Add(TLanes.Sum(block));
        }
        return sum.Value;
    }
}
