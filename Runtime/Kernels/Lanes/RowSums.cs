using System;
using System.Buffers;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// The sum of exponentials of rows, mostly in one pass, without one for the maximum first: the maximum of the row before is guess enough,
/// as powers of two are taken off exactly. A row that it does not fit is summed again.
/// </summary>
internal unsafe struct RowSums<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>How far the maximum may be above K * log(2): below 0 small terms would be lost, above it the sum could overflow.</summary>
    public const double Window = 50;

    /// <summary>Where the guess lies in the window: maxima that sink by less, and rise by less than the rest, need no second pass.</summary>
    private const double Margin = 12;

    /// <summary>How many numbers give the guess for the first row.</summary>
    private const int Sample = 512;

    /// <summary>Below this excess it is summed apart from the maximum, beside which it would lose bits.</summary>
    public const double Dominated = 0.25;

    /// <summary>Below this excess the error of the maximum's term shows in all of the results: then it is made in double.</summary>
    private const double Outweighed = 1;

    /// <summary>The maximum of the row before; NaN if there was none.</summary>
    public double Guess = double.NaN;

    public RowSums()
    {
    }

    /// <summary>Sums a row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="y">Where the terms go, which may be the row itself; null if they are not needed.</param>
    /// <param name="n">The length of the row.</param>
    public RowSum Of(TNumber* x, TNumber* y, nint n)
    {
        if (x == y)
            Guess = RowLoops<TLanes, TNumber>.Max(x, n); // There is no second try once the row is overwritten.
        else if (double.IsNaN(Guess))
            Guess = RowLoops<TLanes, TNumber>.Max(x, nint.Min(n, Sample));
        if (Math.Abs(Guess) <= Exponential<TLanes, TNumber>.Reach)
        {
            var k = PowerAt(Guess);
            var sum = RowLoops<TLanes, TNumber>.Sum(x, y, n, k, out var max, out var atMax);
            var distance = Distance(max, k);
            if (distance is >= 0 and <= Window && double.IsFinite(sum))
            {
                Guess = max;
                return Finish(x, y, n, max, k, sum, atMax, isShifted: false);
            }
            if (x == y)
                return new(double.NaN, double.NaN, double.NaN, double.NaN, k, false);
        }
        return OfRare(x, y, n);
    }

    /// <summary>The K that suits maxima like the last one; NaN if there was none, or it was out of reach.</summary>
    public readonly double NextK => Math.Abs(Guess) <= Exponential<TLanes, TNumber>.Reach ? PowerAt(Guess) : double.NaN;

    private static double PowerAt(double max) => Math.Round((max - Margin) * 1.4426950408889634);

    /// <summary>max - K * log(2), without cancellation.</summary>
    public static double Distance(double max, double k) => max - (k * 0.693145751953125) - (k * 1.4286068203094172e-6);

    private static RowSum Finish(TNumber* x, TNumber* y, nint n, double max, double k, double sum, double atMax, bool isShifted)
    {
        if (double.IsNaN(sum))
            return new(double.NaN, sum, atMax, double.NaN, k, isShifted);
        var excess = sum - atMax;
        if (excess < Dominated * atMax)
        {
            excess = y != null
                ? RowLoops<TLanes, TNumber>.SumBelow(y, n, new ScaleMap<TLanes, TNumber>(1), atMax)
                : RowLoops<TLanes, TNumber>.SumBelow(x, n, new ExpScaleMap<TLanes, TNumber>(k, 1), atMax);
            sum = atMax + excess;
        }
        if (typeof(TNumber) == typeof(float) && excess > 0 && excess < Outweighed * atMax)
        {
            var exact = Math.Exp(Distance(isShifted ? 0 : max, k));
            (sum, atMax) = (exact + excess, exact);
        }
        return new(max, sum, atMax, excess / atMax, k, isShifted);
    }

    /// <summary>By the true maximum.</summary>
    private RowSum OfRare(TNumber* x, TNumber* y, nint n)
    {
        var max = RowLoops<TLanes, TNumber>.Max(x, n);
        if (!double.IsFinite(max))
            return new(HasNaN(x, n) ? double.NaN : max, double.NaN, double.NaN, double.NaN, 0, false);
        if (Math.Abs(max) > Exponential<TLanes, TNumber>.Reach)
            return OfFar(x, y, n, max);
        Guess = max;
        var k = PowerAt(max);
        var sum = RowLoops<TLanes, TNumber>.Sum(x, y, n, k, out _, out var atMax);
        return Finish(x, y, n, max, k, sum, atMax, isShifted: false);
    }

    /// <summary>
    /// Shifts the row to a maximum of 0 first. What counts of so large numbers has exact differences; smaller ones are shifted where the
    /// processor does not fuse multiplication and addition.
    /// </summary>
    private static RowSum OfFar(TNumber* x, TNumber* y, nint n, double max)
    {
        if (y == null)
        {
            var rented = ArrayPool<TNumber>.Shared.Rent((int)n);
            try
            {
                fixed (TNumber* terms = rented)
                    return OfFar(x, terms, n, max);
            }
            finally
            {
                ArrayPool<TNumber>.Shared.Return(rented);
            }
        }
        MapLoop<TLanes, TNumber>.Run(x, y, n, new SubtractMap<TLanes, TNumber>(max, 0), streams: false);
        var k = PowerAt(0);
        var sum = RowLoops<TLanes, TNumber>.Sum(y, y, n, k, out _, out var atMax);
        return Finish(x, y, n, max, k, sum, atMax, isShifted: true);
    }

    private static bool HasNaN(TNumber* x, nint n)
    {
        for (nint i = 0; i < n; i++)
        {
            if (TNumber.IsNaN(x[i]))
                return true;
        }
        return false;
    }
}
