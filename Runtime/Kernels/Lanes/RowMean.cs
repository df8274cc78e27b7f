using System;

namespace Logits.Numerics;

/// <summary>What a row, or a part of it, comes to where distances are weighted with its softmax.</summary>
/// <param name="Max">The maximum; the lowest double where all are negative infinity.</param>
/// <param name="Excess">The sum of the exponentials, over that of the maximum, less 1. NaN if a number is NaN or positive infinity.</param>
/// <param name="Weighted">The sum of the exponentials times the distances to the maximum, over the exponential of the maximum.</param>
internal readonly record struct RowMean(double Max, double Excess, double Weighted)
{
    /// <summary>No numbers, or none but negative infinity.</summary>
    public static readonly RowMean None = new(double.MinValue, -1, 0);

    /// <summary>Of a row that has no distribution.</summary>
    public static readonly RowMean NaN = new(0, double.NaN, double.NaN);

    /// <summary>The mean distance to the maximum; not positive unless it is less those of another row. NaN if there are no numbers.</summary>
    public double Distance => this.Weighted / (1 + this.Excess);

    /// <summary>Of both parts, whose distances become those to the higher maximum. All that is added has one sign, so that nothing cancels.</summary>
    public static RowMean Merge(RowMean left, RowMean right)
    {
        if (left.Max < right.Max)
            (left, right) = (right, left);
        var apart = right.Max - left.Max;
        var factor = Math.Exp(apart);
        var share = factor * (1 + right.Excess);
        // What has no weight counts for nothing, even at an infinite distance.
        return share == 0 ? left : new(left.Max, left.Excess + share, left.Weighted + (factor * right.Weighted) + (share * apart));
    }
}
