using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>Folds rows of one or two registers, in one lane each then.</summary>
internal static unsafe class Folds<TFold, TLanes, TNumber>
    where TFold : unmanaged, IFold<TFold, TLanes, TNumber>
    where TLanes : unmanaged, ILanes<TLanes, TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <param name="x">The rows, one after the other.</param>
    /// <param name="rows">A multiple of the lanes of a register, which are four at least.</param>
    /// <param name="n">The length of a row.</param>
    /// <param name="results">Room for a quarter of the rows; the lanes of the first are the rows, in order.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(TNumber* x, nint rows, nint n, TFold* results)
    {
        TLanes mask = TLanes.First((int)n), rest = TLanes.First((int)n - TLanes.Count);
        var left = rows / 4;
        for (nint i = 0; i < left; i++)
        {
            results[i] = TFold.Join(
                TFold.Join(Row(x, n, mask, rest), Row(x + n, n, mask, rest)),
                TFold.Join(Row(x + (2 * n), n, mask, rest), Row(x + (3 * n), n, mask, rest)));
            x += 4 * n;
        }
        while (left > rows / TLanes.Count)
        {
            left /= 2;
            for (nint i = 0; i < left; i++)
                results[i] = TFold.Join(results[2 * i], results[(2 * i) + 1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TFold Row(TNumber* x, nint n, TLanes mask, TLanes rest)
        => n <= TLanes.Count ? TFold.Load(x, mask) : TFold.Merge(TFold.Load(x, mask), TFold.Load(x + TLanes.Count, rest));
}
