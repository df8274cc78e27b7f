using System.Numerics;

namespace Logits.Numerics;

/// <summary>A heap of the k best of a row so far, the worst of them on top; sorted at the end.</summary>
internal readonly unsafe struct TopKRows<T>(int k, T* values, int* indices) : IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public double Run(in RowBlock<T> block)
    {
        for (nint r = 0; r < block.Rows; r++)
        {
            var offset = (block.First + r) * k;
            this.Row(block.Logits + (r * block.Classes), (int)block.Classes, values + offset, indices + offset);
        }
        return 0;
    }

    private void Row(T* x, int classes, T* v, int* i)
    {
        for (var c = 0; c < k; c++)
            (v[c], i[c]) = (x[c], c);
        for (var node = (k / 2) - 1; node >= 0; node--)
            Sink(v, i, node, k);
        for (var c = k; c < classes; c++)
        {
            // A later class needs a higher number: at equal ones the earlier stays.
            if (IsHigher(x[c], v[0]))
            {
                (v[0], i[0]) = (x[c], c);
                Sink(v, i, 0, k);
            }
        }
        for (var last = k - 1; last > 0; last--)
        {
            (v[0], v[last], i[0], i[last]) = (v[last], v[0], i[last], i[0]);
            Sink(v, i, 0, last);
        }
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
