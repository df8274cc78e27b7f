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
    /// <summary>How far the maximum may be above K * log(2): below 0 small terms would be lost, above it the powers could overflow.</summary>
    public const double Window = 64;

    /// <summary>The most that a sum may be: of a larger one a share's factor would be no normal float, also if it is a gradient's, divided by the count of rows.</summary>
    public const double Most = 1e28;

    /// <summary>
    /// Where the guess lies in the window: maxima that sink by less, and rise by less than the rest, need no second pass. What is so much and 87 more below the maximum
    /// is no normal number, and many times slower where <see cref="SaturatingExponential{TLanes, TNumber}"/> makes it.
    /// </summary>
    private const double Margin = 45;

    /// <summary>How many numbers of either end give the guess for the first row.</summary>
    private const int Sample = 256;

    /// <summary>How far below the maximum a number is masked rather than unlikely.</summary>
    private const double MaskedBelow = 125;

    /// <summary>Below this excess it is summed apart from the maximum, beside which it would lose bits.</summary>
    public const double Dominated = 0.25;

    /// <summary>The maximum of the row before; NaN if there was none.</summary>
    public double Guess = double.NaN;

    /// <summary>The terms of a row that are not multiplied yet; null if there are none.</summary>
    private TNumber* _unscaled = null;

    private double _factor = 0;

    /// <summary>Whether a row had numbers that <see cref="SaturatingExponential{TLanes, TNumber}"/> makes nothing of, as masked ones; its like may follow.</summary>
    private bool _isMasked = false;

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
            Look(x, n);
        if (Math.Abs(Guess) <= Exponential<TLanes, TNumber>.Reach)
        {
            var k = PowerAt(Guess);
            var saturates = x != y && Saturates(k);
            var sum = this.Sum(x, y, n, k, saturates, out var max, out var atMax);
            var distance = Distance(max, k);
            if (distance is >= 0 and <= Window && sum <= Most)
            {
                Guess = max;
                return Finish(x, y, n, max, k, sum, atMax, isShifted: false);
            }
            if (x == y)
                return new(double.NaN, double.NaN, double.NaN, k, false);
            _isMasked |= saturates && double.IsNaN(sum);
        }
        return OfRare(x, y, n);
    }

    /// <summary>Guesses from both ends of a row: masks are there, if there are any.</summary>
    private void Look(TNumber* x, nint n)
    {
        var start = nint.Min(n, Sample);
        Guess = RowLoops<TLanes, TNumber>.Range(x, start, out var lowest);
        if (start < n)
        {
            var end = nint.Min(n - start, Sample);
            Guess = Math.Max(Guess, RowLoops<TLanes, TNumber>.Range(x + n - end, end, out var other));
            lowest = Math.Min(lowest, other);
        }
        _isMasked = !(lowest >= Math.Max(Guess, -Exponential<TLanes, TNumber>.Reach) - MaskedBelow);
    }

    /// <summary>Whether the faster exponential is the one to take.</summary>
    public readonly bool Saturates(double k) => !_isMasked && SaturatingExponential<TLanes, TNumber>.Reaches(k);

    /// <summary>
    /// Has the terms of a row multiplied while those of the next are made: the one waits for memory, the other for arithmetic. There must be no
    /// other such row. Floats that are still in the first cache are multiplied at once, as more of them pass it in the time of an exponential.
    /// </summary>
    public void ScaleLater(TNumber* y, nint n, double factor)
    {
        _unscaled = y;
        _factor = factor;
        if (typeof(TNumber) == typeof(float) && n * sizeof(TNumber) < RowLoops<TLanes, TNumber>.FarBytes)
            this.Scale(n);
    }

    /// <summary>Multiplies the terms of a row of which no next has come.</summary>
    public void Scale(nint n)
    {
        if (_unscaled != null)
            MapLoop<TLanes, TNumber>.Run(_unscaled, _unscaled, n, new ScaleMap<TLanes, TNumber>(_factor), streams: false);
        _unscaled = null;
    }

    /// <summary>The K that suits maxima like the last one; NaN if there was none, or it was out of reach.</summary>
    public readonly double NextK => Math.Abs(Guess) <= Exponential<TLanes, TNumber>.Reach ? PowerAt(Guess) : double.NaN;

    private double Sum(TNumber* x, TNumber* y, nint n, double k, bool saturates, out double max, out double atMax)
    {
        if (y == null)
        {
            return saturates
                ? RowLoops<TLanes, TNumber>.Sum<SaturatingExponential<TLanes, TNumber>>(x, n, k, out max, out atMax)
                : RowLoops<TLanes, TNumber>.Sum<Exponential<TLanes, TNumber>>(x, n, k, out max, out atMax);
        }
        var sum = saturates
            ? RowLoops<TLanes, TNumber>.SumStored<SaturatingExponential<TLanes, TNumber>>(x, y, n, k, _unscaled, _factor, out max, out atMax)
            : RowLoops<TLanes, TNumber>.SumStored<Exponential<TLanes, TNumber>>(x, y, n, k, _unscaled, _factor, out max, out atMax);
        _unscaled = null;
        return sum;
    }

    private static double PowerAt(double max) => Math.Round((max - Margin) * 1.4426950408889634);

    /// <summary>max - K * log(2), without cancellation.</summary>
    public static double Distance(double max, double k) => max - (k * 0.693145751953125) - (k * 1.4286068203094172e-6);

    private static RowSum Finish(TNumber* x, TNumber* y, nint n, double max, double k, double sum, double atMax, bool isShifted)
    {
        if (double.IsNaN(sum))
            return new(double.NaN, sum, double.NaN, k, isShifted);
        var excess = (sum - atMax) / atMax;
        if (excess < Dominated)
        {
            var exp = new Exponential<TLanes, TNumber>(k);
            var top = TLanes.Create(isShifted ? 0 : max);
            atMax = TLanes.FirstLane(exp.ScaledOf(top));
            var precisely = TLanes.FirstLane(exp.PreciselyOf(top));
            excess = y != null
                ? RowLoops<TLanes, TNumber>.SumBelow(y, n, new ScaleMap<TLanes, TNumber>(1), atMax) / atMax
                : RowLoops<TLanes, TNumber>.SumBelow(x, n, new PreciseExpMap<TLanes, TNumber>(k), precisely) / precisely;
            sum = atMax * (1 + excess);
        }
        return new(max, sum, excess, k, isShifted);
    }

    /// <summary>By the true maximum.</summary>
    private RowSum OfRare(TNumber* x, TNumber* y, nint n)
    {
        this.Scale(n);
        var max = RowLoops<TLanes, TNumber>.Max(x, n);
        if (!double.IsFinite(max))
            return new(HasNaN(x, n) ? double.NaN : max, double.NaN, double.NaN, 0, false);
        if (Math.Abs(max) > Exponential<TLanes, TNumber>.Reach)
            return OfFar(x, y, n, max);
        Guess = max;
        var k = PowerAt(max);
        var sum = this.Sum(x, y, n, k, saturates: false, out _, out var atMax);
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
        var sum = RowLoops<TLanes, TNumber>.SumStored<Exponential<TLanes, TNumber>>(y, y, n, k, null, 0, out _, out var atMax);
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
