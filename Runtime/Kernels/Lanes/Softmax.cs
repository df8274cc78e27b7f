using System.Numerics;

namespace Logits.Numerics;

/// <summary>The softmax of a row, times a number.</summary>
internal static unsafe class Softmax<TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public static RowSum Row(ref RowSums<TLanes, TNumber> sums, TNumber* x, TNumber* y, nint n, double scale, bool streams)
    {
        // Where the terms would leave the cache before they are scaled, they are made twice.
        var row = sums.Of(x, streams ? null : y, n);
        if (row.Sum == row.AtMax && scale == 1 && !streams)
        {
            // A product with the rounded reciprocal could miss 1.
            MapLoop<TLanes, TNumber>.Run(y, y, n, new DivideMap<TLanes, TNumber>(row.Sum), streams: false);
            return row;
        }
        if (!streams)
        {
            MapLoop<TLanes, TNumber>.Run(y, y, n, new ScaleMap<TLanes, TNumber>(scale / row.Sum), streams: false);
            return row;
        }
        if (row.IsShifted)
        {
            MapLoop<TLanes, TNumber>.Run(x, y, n, new SubtractMap<TLanes, TNumber>(row.Max, 0), streams: false);
            x = y;
        }
        MapLoop<TLanes, TNumber>.Run(x, y, n, new ExpScaleMap<TLanes, TNumber>(row.K, scale / row.Sum), streams: true);
        return row;
    }
}
