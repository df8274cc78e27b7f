using System.Numerics;

namespace Logits.Numerics;

/// <summary>What numbers of a row come to, in one lane or more for each row; folded until each row has one lane.</summary>
internal unsafe interface IFold<TSelf, TLanes, TNumber>
    where TSelf : unmanaged, IFold<TSelf, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>The first numbers of a row, or those after them; nothing where the mask is not.</summary>
    static abstract TSelf Load(TNumber* row, TLanes mask);

    /// <summary>Of the same row: what both come to, lane by lane.</summary>
    static abstract TSelf Merge(TSelf left, TSelf right);

    /// <summary>Of two sets of rows: neighbouring lanes are merged, so that half as many of each stay.</summary>
    static abstract TSelf Join(TSelf left, TSelf right);
}
