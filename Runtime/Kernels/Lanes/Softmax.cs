using System.Numerics;

namespace Logits.Numerics;

/// <summary>The softmax of a row, times a number.</summary>
internal static unsafe class Softmax<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Below this excess the probability of the maximum is 1 but for some units in the last place.</summary>
    private const double Certain = 1e-6;

    /// <summary>The row may still have to be multiplied, which <see cref="RowSums{TLanes, TNumber}.Scale"/> does.</summary>
    public static RowSum Row(ref RowSums<TLanes, TNumber> sums, TNumber* x, TNumber* y, nint n, double scale, bool streams)
    {
        // Where the terms would leave the cache before they are scaled, they are made twice.
        var row = sums.Of(x, streams ? null : y, n);
        var isCertain = scale == 1 && row.Excess < Certain;
        if (streams)
        {
            if (row.IsShifted)
                MapLoop<TLanes, TNumber>.Run(x, y, n, new SubtractMap<TLanes, TNumber>(row.Max, 0), streams: false);
            MapLoop<LanesPair<TLanes, TNumber>, TNumber>.Run(row.IsShifted ? y : x, y, n, new ExpScaleMap<LanesPair<TLanes, TNumber>, TNumber>(row.K, isCertain ? 1 : scale / row.Sum), !isCertain);
        }
        if (isCertain)
            MapLoop<TLanes, TNumber>.Run(y, y, n, new ShareMap<TLanes, TNumber>(row.Sum), streams: false);
        else if (!streams)
            sums.ScaleLater(y, n, scale / row.Sum);
        return row;
    }
}
