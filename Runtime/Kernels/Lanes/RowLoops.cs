using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Logits.Numerics;

/// <summary>The passes over one row. Each is one method of its own, so that its numbers stay in registers.</summary>
internal static unsafe class RowLoops<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private const MethodImplOptions Leaf = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    /// <summary>
    /// How many times four registers are added up, with what that loses, before the sum goes on in double: exact for any class count. What the
    /// rests of terms lose counts the more, the fewer the powers of the table.
    /// </summary>
    private static nint BlockSteps
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.TableSteps switch { 32 => 64, 16 => 32, _ => 16 };
    }

    /// <summary>Below all maxima in reach, and its exponential is 0 beside theirs: what fills registers where a row ends.</summary>
    public const double Lowest = -1e9;

    /// <summary>From how many bytes on a row is too long for the first cache, and with the rows around it for the second.</summary>
    public const int FarBytes = 1 << 16;

    private const int LookAheadBytes = 1 << 10;

    private const int LineBytes = 64;

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

    /// <summary>Of some numbers the highest and the lowest; where there is a NaN, any.</summary>
    [MethodImpl(Leaf)]
    public static double Range(TNumber* x, nint n, out double lowest)
    {
        TLanes top = TLanes.Create(double.NegativeInfinity), bottom = TLanes.Create(double.PositiveInfinity);
        for (nint i = 0; i < n; i += TLanes.Count)
        {
            var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
            top = TLanes.Max(top, TLanes.LoadMasked(x + i, mask, top));
            bottom = TLanes.Min(bottom, TLanes.LoadMasked(x + i, mask, bottom));
        }
        lowest = -TLanes.FirstLane(TLanes.MaxAcross(TLanes.Create(0) - bottom));
        return TLanes.FirstLane(TLanes.MaxAcross(top));
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
    /// The sum of the terms e^x * 2^-K, all times <see cref="ILanes{TSelf, TNumber}.TableScale"/>; the maximum of x (any number where there is a NaN,
    /// which the sum has then), and its term. Of a sum that is not finite, maximum and term are any numbers.
    /// </summary>
    public static double Sum<TExponential>(TNumber* x, nint n, double k, out double max, out double atMax)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var top = TLanes.Create(double.NegativeInfinity);
        var steps = n / (4 * TLanes.Count) * (4 * TLanes.Count);
        var sum = new CompensatedSum();
        if (steps > 0)
            sum.Add(SumSteps<TExponential>(x, steps, k, &top));
        if (steps < n)
            sum.Add(SumRest<TExponential>(x + steps, n - steps, k, &top));
        atMax = Term(&top, k, out max);
        return sum.Value;
    }

    /// <summary>Of so many numbers as fill four registers.</summary>
    [MethodImpl(Leaf)]
    private static double SumSteps<TExponential>(TNumber* x, nint n, double k, TLanes* maximum)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var exp = TExponential.Of(k);
        TLanes top = *maximum, zero = TLanes.Create(0);
        var isFar = n * sizeof(TNumber) >= FarBytes;
        var sum = new CompensatedSum();
        for (nint i = 0; i < n;)
        {
            var end = nint.Min(n, i + (BlockSteps * 4 * TLanes.Count));
            TLanes block = zero, lost = zero, rest = zero, other = zero;
            for (; i < end; i += 4 * TLanes.Count)
            {
                if (isFar)
                    LookAhead(x + i);
                AddTerms(x + i, in exp, ref block, ref lost, ref rest, ref other, ref top);
            }
            sum.Add(TLanes.Sum(block) + (TLanes.Sum(lost + other) + TLanes.Sum(rest)));
            if (!double.IsFinite(sum.Value))
                break;
        }
        *maximum = top;
        return sum.Value;
    }

    /// <summary>
    /// Adds the terms of four registers: their powers and what that loses, and their rests in two parts; where no register holds a table, the
    /// second is what the first loses.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTerms<TExponential>(TNumber* x, in TExponential exp, ref TLanes sum, ref TLanes lost, ref TLanes rest, ref TLanes other, ref TLanes top)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        TLanes x0 = TLanes.Load(x), x1 = TLanes.Load(x + TLanes.Count);
        TLanes x2 = TLanes.Load(x + (2 * TLanes.Count)), x3 = TLanes.Load(x + (3 * TLanes.Count));
        TLanes p0 = exp.ScaledTermOf(x0, out var s0, out var q0), p1 = exp.ScaledTermOf(x1, out var s1, out var q1);
        TLanes p2 = exp.ScaledTermOf(x2, out var s2, out var q2), p3 = exp.ScaledTermOf(x3, out var s3, out var q3);
        if (TLanes.TableSteps == 1)
        {
            // The rests are so large that their additions count.
            CompensatedAddition<TLanes, TNumber>.Add(((s0 * q0) + (s1 * q1)) + ((s2 * q2) + (s3 * q3)), ref rest, ref other);
        }
        else
        {
            rest = TLanes.MultiplyAdd(s1, q1, TLanes.MultiplyAdd(s0, q0, rest));
            other = TLanes.MultiplyAdd(s3, q3, TLanes.MultiplyAdd(s2, q2, other));
        }
        if (typeof(TNumber) == typeof(double) || TLanes.TableSteps == 32)
        {
            CompensatedAddition<TLanes, TNumber>.Add((p0 + p1) + (p2 + p3), ref sum, ref lost);
        }
        else
        {
            // Where a table is shorter or none, the rests err so much that four powers must not.
            CompensatedAddition<TLanes, TNumber>.Add(p0 + p1, ref sum, ref lost);
            CompensatedAddition<TLanes, TNumber>.Add(p2 + p3, ref sum, ref lost);
        }
        top = TLanes.Max(TLanes.Max(top, TLanes.Max(x0, x1)), TLanes.Max(x2, x3));
    }

    /// <summary>Adds the rest of a term; where no register holds a table it is so large that its addition counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRest(TLanes part, TLanes quotient, ref TLanes rest, ref TLanes lost)
    {
        if (TLanes.TableSteps == 1)
            CompensatedAddition<TLanes, TNumber>.Add(part * quotient, ref rest, ref lost);
        else
            rest = TLanes.MultiplyAdd(part, quotient, rest);
    }

    /// <summary>Adds all lanes of a sum and of what it lost, without what that would round off in double, which shows where there are eight of them.</summary>
    [MethodImpl(Leaf)]
    private static void AddLanes(TLanes value, TLanes lost, ref CompensatedSum sum)
    {
        // The upper halves of the lanes, cut at the same place, add up exactly.
        var cut = TLanes.Create(TLanes.Sum(value) * (1 << 27));
        var upper = value + cut - cut;
        sum.Add(TLanes.Sum(upper));
        sum.Add(TLanes.Sum(value - upper + lost));
    }

    /// <summary>Of less numbers than fill four registers.</summary>
    [MethodImpl(Leaf)]
    private static double SumRest<TExponential>(TNumber* x, nint n, double k, TLanes* maximum)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var exp = TExponential.Of(k);
        var top = *maximum;
        var sum = new CompensatedSum();
        for (nint i = 0; i < n; i += TLanes.Count)
        {
            var x0 = TLanes.LoadMasked(x + i, TLanes.First((int)nint.Min(n - i, TLanes.Count)), TLanes.Create(Lowest));
            var power = exp.ScaledTermOf(x0, out var part, out var quotient);
            sum.Add(TLanes.Sum(power) + TLanes.Sum(part * quotient));
            top = TLanes.Max(top, x0);
        }
        *maximum = top;
        return sum.Value;
    }

    /// <summary>The highest lane's term.</summary>
    [MethodImpl(Leaf)]
    private static double Term(TLanes* maximum, double k, out double max)
    {
        var top = TLanes.MaxAcross(*maximum);
        max = TLanes.FirstLane(top);
        var power = new Exponential<TLanes, TNumber>(k).ScaledTermOf(top, out var part, out var quotient);
        return TLanes.FirstLane(power) + TLanes.FirstLane(part * quotient);
    }

    /// <summary>The same, as it is stored.</summary>
    [MethodImpl(Leaf)]
    private static double StoredTerm(TLanes* maximum, double k, out double max)
    {
        var top = TLanes.MaxAcross(*maximum);
        max = TLanes.FirstLane(top);
        return TLanes.FirstLane(new Exponential<TLanes, TNumber>(k).ScaledOf(top));
    }

    /// <summary>
    /// The same, with the terms stored in <paramref name="y"/>, and summed as they are rounded there. On the way as many others are multiplied,
    /// if there are any, each in its place.
    /// </summary>
    [MethodImpl(Leaf)]
    public static double SumStored<TExponential>(TNumber* x, TNumber* y, nint n, double k, TNumber* others, double othersFactor, out double max, out double atMax)
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        var exp = TExponential.Of(k);
        var share = new ScaleMap<TLanes, TNumber>(othersFactor);
        var top = TLanes.Create(double.NegativeInfinity);
        var isFar = n * sizeof(TNumber) >= FarBytes;
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
                if (isFar)
                {
                    LookAhead(x + i);
                    LookAhead(y + i);
                }
                TLanes y0 = exp.ScaledOf(x0), y1 = exp.ScaledOf(x1), y2 = exp.ScaledOf(x2), y3 = exp.ScaledOf(x3);
                TLanes.Store(y0, y + i);
                TLanes.Store(y1, y + i + TLanes.Count);
                TLanes.Store(y2, y + i + (2 * TLanes.Count));
                TLanes.Store(y3, y + i + (3 * TLanes.Count));
                if (others != null)
                    Multiply(others + i, in share);
                CompensatedAddition<TLanes, TNumber>.Add((y0 + y1) + (y2 + y3), ref block, ref lost);
                top = TLanes.Max(TLanes.Max(top, TLanes.Max(x0, x1)), TLanes.Max(x2, x3));
            }
            if (TLanes.Count == 8 && typeof(TNumber) == typeof(double))
                AddLanes(block, lost, ref sum);
            else
                sum.Add(TLanes.Sum(block) + TLanes.Sum(lost));
            if (others == null && !double.IsFinite(sum.Value))
                break;
        }
        for (; i < n; i += TLanes.Count)
        {
            var mask = TLanes.First((int)nint.Min(n - i, TLanes.Count));
            var x0 = TLanes.LoadMasked(x + i, mask, TLanes.Create(Lowest));
            var y0 = exp.ScaledOf(x0);
            TLanes.StoreMasked(y0, y + i, mask);
            if (others != null)
                TLanes.StoreMasked(share.Of(TLanes.LoadMasked(others + i, mask, y0)), others + i, mask);
            sum.Add(TLanes.Sum(y0));
            top = TLanes.Max(top, x0);
        }
        atMax = StoredTerm(&top, k, out max);
        return sum.Value;
    }

    /// <summary>
    /// Asks for what the four registers after some more will need: a row that left the second cache comes slower than it is worked on, and the
    /// processor looks ahead in it too little.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LookAhead(TNumber* numbers)
    {
        if (!Sse.IsSupported)
            return;
        for (var line = 0; line < 4 * sizeof(TLanes); line += LineBytes)
            Sse.Prefetch0((byte*)numbers + LookAheadBytes + line);
    }

    /// <summary>Multiplies four registers in their place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(TNumber* numbers, in ScaleMap<TLanes, TNumber> share)
    {
        TLanes.Store(share.Of(TLanes.Load(numbers)), numbers);
        TLanes.Store(share.Of(TLanes.Load(numbers + TLanes.Count)), numbers + TLanes.Count);
        TLanes.Store(share.Of(TLanes.Load(numbers + (2 * TLanes.Count))), numbers + (2 * TLanes.Count));
        TLanes.Store(share.Of(TLanes.Load(numbers + (3 * TLanes.Count))), numbers + (3 * TLanes.Count));
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
