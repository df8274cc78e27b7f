using System;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Where the classes of rows lie; what <see cref="ClassLayout"/> says, and place by place.</summary>
internal sealed class Placement
{
    private readonly nint[]? _shape;
    private readonly nint[]? _strides;
    private readonly int _axis;

    private Placement(int rows, int classes, nint[]? shape, nint[]? strides, int axis)
    {
        (_shape, _strides, _axis, this.Classes) = (shape, strides, axis, classes);
        this.Places = shape == null ? [.. Enumerable.Range(0, rows * classes)] : PlacesOf(shape, strides ?? RowMajor(shape), axis);
        this.Extent = this.Places.Max() + 1;
    }

    public ClassLayout Layout => _shape == null ? new(this.Classes) : _strides == null ? new(_shape, _axis) : new(_shape, _strides, _axis);

    /// <summary>The places of row after row.</summary>
    public int[] Places { get; }

    public int Classes { get; }

    /// <summary>One more than the last place.</summary>
    public int Extent { get; }

    /// <summary>Whether some places are those of several numbers.</summary>
    public bool Repeats => _strides != null && _strides.Contains(0);

    /// <summary>Copies what lies at the places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy<T>(T[] from, Span<T> to)
    {
        foreach (var place in this.Places)
            to[place] = from[place];
    }

    public override string ToString()
        => $"{this.Places.Length / this.Classes} rows of {this.Classes}{(_shape == null ? "" : $" in ({string.Join(", ", _shape)}), axis {_axis}, strides ({string.Join(", ", _strides ?? [])})")}";

    /// <summary>Rows of neighbouring numbers.</summary>
    public static Placement Neighbours(int rows, int classes) => new(rows, classes, null, null, 0);

    /// <summary>The same with the class axis anywhere among the others; the places of a source may repeat (a stride of 0).</summary>
    public static Placement AtRandom(Random random, int[] rows, int classes, bool repeats)
    {
        var kind = random.Next(6);
        if (kind == 0)
            return Neighbours(rows.Aggregate(1, (a, b) => a * b), classes);
        var axis = random.Next(rows.Length + 1);
        nint[] shape = [.. rows[..axis], classes, .. rows[axis..]];
        if (kind == 1)
            return new(0, classes, shape, null, axis);
        var strides = new nint[shape.Length];
        nint stride = random.Next(1, 3);
        foreach (var i in Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).ToArray())
        {
            strides[i] = stride;
            stride *= shape[i] + random.Next(2);
        }
        if (repeats && kind == 2)
            strides[random.Next(strides.Length)] = 0;
        return new(0, classes, shape, strides, axis);
    }

    private static nint[] RowMajor(nint[] shape) => [.. shape.Select((_, i) => shape[(i + 1)..].Aggregate((nint)1, (a, b) => a * b))];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] PlacesOf(nint[] shape, nint[] strides, int axis)
    {
        var classes = (int)shape[axis];
        var places = new int[shape.Aggregate((a, b) => a * b)];
        for (var r = 0; r < places.Length / classes; r++)
        {
            nint offset = 0, rest = r;
            for (var i = shape.Length - 1; i >= 0; i--)
            {
                if (i == axis)
                    continue;
                offset += rest % shape[i] * strides[i];
                rest /= shape[i];
            }
            for (var c = 0; c < classes; c++)
                places[(r * classes) + c] = (int)(offset + (c * strides[axis]));
        }
        return places;
    }
}
