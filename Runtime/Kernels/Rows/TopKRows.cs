using System.Numerics;
using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>A heap of the k best of a row so far, the worst of them on top; sorted at the end.</summary>
internal readonly unsafe struct TopKRows<T>(int k, T* values, int* indices) : ILaneKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run<TLanes, TNumber>(in RowBlock<TNumber> block)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            var offset = (block.First + r) * k;
            this.Row<TLanes, TNumber>(block.Logits + (r * block.Classes), (int)block.Classes, values + offset, indices + offset);
        }
        return 0;
    }

    private void Row<TLanes, TNumber>(TNumber* x, int classes, T* v, int* i)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (var c = 0; c < k; c++)
            (v[c], i[c]) = (T.CreateTruncating(x[c]), c);
        for (var node = (k / 2) - 1; node >= 0; node--)
            Sink(v, i, node, k);
        // A later class needs a higher number: at equal ones the earlier stays.
        for (var c = NextHigher<TLanes, TNumber>(x, k, classes, v[0]); c < classes; c = NextHigher<TLanes, TNumber>(x, c + 1, classes, v[0]))
        {
            (v[0], i[0]) = (T.CreateTruncating(x[c]), c);
            Sink(v, i, 0, k);
        }
        for (var last = k - 1; last > 0; last--)
        {
            (v[0], v[last], i[0], i[last]) = (v[last], v[0], i[last], i[0]);
            Sink(v, i, 0, last);
        }
    }

    /// <summary>The next class with a higher number than the worst of the best; the class count if there is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int NextHigher<TLanes, TNumber>(TNumber* x, int from, int classes, T worst)
        where TLanes : unmanaged, ILanes<TLanes, TNumber>
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        if (T.IsNaN(worst))
            return classes;
        var limit = TLanes.Create(double.CreateTruncating(worst));
        var c = from;
        for (; c <= classes - TLanes.Count; c += TLanes.Count)
        {
            var numbers = TLanes.Load(x + c);
            var higher = TLanes.Bits(TLanes.Select(TLanes.Equal(numbers, numbers), TLanes.LessThan(limit, numbers), TLanes.Equal(limit, limit)));
            if (higher != 0)
                return c + BitOperations.TrailingZeroCount(higher);
        }
        while (c < classes && !IsHigher(T.CreateTruncating(x[c]), worst))
            c++;
        return c;
    }

    /// <summary>Moves a node down to where both nodes below it are better.</summary>
    private static void Sink(T* v, int* i, int node, int count)
    {
        var (value, index) = (v[node], i[node]);
        while (true)
        {
            var child = (2 * node) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && IsBetter(v[child], i[child], v[child + 1], i[child + 1]))
                child++;
            if (!IsBetter(value, index, v[child], i[child]))
                break;
            (v[node], i[node]) = (v[child], i[child]);
            node = child;
        }
        (v[node], i[node]) = (value, index);
    }

    private static bool IsBetter(T value, int index, T thanValue, int thanIndex)
        => IsHigher(value, thanValue) || (!IsHigher(thanValue, value) && index < thanIndex);

    private static bool IsHigher(T value, T than) => value > than || (T.IsNaN(value) && !T.IsNaN(than));
}
