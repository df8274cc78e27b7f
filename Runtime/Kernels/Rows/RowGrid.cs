using System.Runtime.CompilerServices;

namespace Logits.Numerics;

/// <summary>The rows of a layout in pinned memory.</summary>
internal readonly unsafe struct RowGrid<T>
    where T : unmanaged
{
    private readonly T* start;
    private readonly nint* shape;
    private readonly nint* strides;
    private readonly int axis;
    private readonly int rank;
    private readonly nint classes;
    private readonly nint classStride;

    public RowGrid(T* start, ClassLayout layout, nint* shape, nint* strides)
    {
        this.start = start;
        this.classes = layout.Classes;
        this.axis = layout.Axis;
        this.rank = layout.Shape.Length;
        this.shape = shape;
        this.strides = layout.Strides.IsEmpty ? null : strides;
        this.classStride = this.StrideOf(this.axis);
        this.AreNeighbours = IsDense(layout);
    }

    /// <summary>Whether the rows are of neighbouring numbers, one after the other.</summary>
    public bool AreNeighbours { get; }

    /// <summary>Where the rows start.</summary>
    public T* Start => this.start;

    /// <summary>Copies rows into neighbouring numbers.</summary>
    public void Gather(nint first, int rows, T* buffer)
    {
        nint* offsets = stackalloc nint[rows];
        this.Offsets(first, rows, offsets);
        for (nint c = 0; c < this.classes; c++)
        {
            var from = this.start + (c * this.classStride);
            for (var r = 0; r < rows; r++)
                buffer[(r * this.classes) + c] = from[offsets[r]];
        }
    }

    /// <summary>Copies neighbouring numbers into rows.</summary>
    public void Scatter(nint first, int rows, T* buffer)
    {
        nint* offsets = stackalloc nint[rows];
        this.Offsets(first, rows, offsets);
        for (nint c = 0; c < this.classes; c++)
        {
            var to = this.start + (c * this.classStride);
            for (var r = 0; r < rows; r++)
                to[offsets[r]] = buffer[(r * this.classes) + c];
        }
    }

    private static bool IsDense(ClassLayout layout)
    {
        if (layout.FillsSpan)
            return true;
        nint dense = 1;
        for (var i = layout.Shape.Length - 1; i >= 0; i--)
        {
            if (layout.Shape[i] == 1)
                continue;
            if (!layout.Strides.IsEmpty && layout.Strides[i] != dense)
                return false;
            if (dense > 1 && i == layout.Axis)
                return false;
            dense *= layout.Shape[i];
        }
        return true;
    }

    private nint StrideOf(int of)
    {
        if (this.strides != null)
            return this.strides[of];
        nint stride = 1;
        for (var i = this.rank - 1; i > of; i--)
            stride *= this.shape[i];
        return stride;
    }

    private void Offsets(nint first, int rows, nint* offsets)
    {
        for (var r = 0; r < rows; r++)
        {
            nint rest = first + r, dense = 1;
            // A layout without a shape is of neighbours.
            var offset = this.rank == 0 ? rest * this.classes : 0;
            for (var i = this.rank - 1; i >= 0; i--)
            {
                var length = this.shape[i];
                if (i != this.axis)
                {
                    var (quotient, index) = nint.DivRem(rest, length);
                    offset += index * (this.strides != null ? this.strides[i] : dense);
                    rest = quotient;
                }
                dense *= length;
            }
            offsets[r] = offset;
        }
    }
}
