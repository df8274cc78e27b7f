using System;

namespace Logits;

/// <summary>
/// Where the classes of each row lie in memory. A row is what is normalised together: the numbers along the class axis with all other
/// indices fixed. Rows are counted in the order of the other axes, the last of them fastest.
/// </summary>
/// <remarks>
/// An <see cref="int"/> converts to the common layout, rows of that many neighbouring numbers, so that <c>Kernels.Softmax(x, 10, y)</c>
/// is the softmax of each ten numbers. The spans that a layout is made of are not copied.
/// </remarks>
public readonly ref struct ClassLayout
{
    private readonly bool fillsSpan;

    /// <summary>Rows of <paramref name="classes"/> neighbouring numbers, as many as a span holds.</summary>
    /// <param name="classes">The length of a row, at least 1. The length of a span that the layout is used on must be a multiple of it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    public ClassLayout(int classes)
    {
        if (classes < 1)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There must be at least one class.");
        this.Classes = classes;
        this.fillsSpan = true;
    }

    /// <summary>A dense tensor in row-major order (the last axis has stride 1).</summary>
    /// <param name="shape">The lengths of the axes. No rows (a length of 0 elsewhere) are allowed, no classes are not.</param>
    /// <param name="axis">The class axis, from the front 0, 1, .. or from the back -1, -2, ..</param>
    /// <exception cref="ArgumentException">The shape is empty, has a negative length, or no classes along the axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is not one of the shape's.</exception>
    public ClassLayout(ReadOnlySpan<nint> shape, int axis)
        : this(shape, default, axis)
    {
    }

    /// <summary>A tensor whose element (i, j, ..) lies at i*strides[0] + j*strides[1] + ..</summary>
    /// <param name="shape">The lengths of the axes. No rows (a length of 0 elsewhere) are allowed, no classes are not.</param>
    /// <param name="strides">
    /// How far neighbours along each axis are apart, in elements, not negative; empty for row-major order. A stride of 0 repeats what is
    /// read; what is written must have a place of its own for each element.
    /// </param>
    /// <param name="axis">The class axis, from the front 0, 1, .. or from the back -1, -2, ..</param>
    /// <exception cref="ArgumentException">
    /// The shape is empty, has a negative length, or no classes along the axis; there is a negative stride, or not one for each axis.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is not one of the shape's.</exception>
    public ClassLayout(ReadOnlySpan<nint> shape, ReadOnlySpan<nint> strides, int axis)
    {
        if (shape.IsEmpty)
            throw new ArgumentException("The shape was empty; it must have at least one axis.", nameof(shape));
        if (axis < -shape.Length || axis >= shape.Length)
            throw new ArgumentOutOfRangeException(nameof(axis), axis, $"The axis must be from {-shape.Length} to {shape.Length - 1} for a shape of {shape.Length} axes.");
        if (!strides.IsEmpty && strides.Length != shape.Length)
            throw new ArgumentException($"There were {strides.Length} strides; there must be {shape.Length}, one for each axis.", nameof(strides));
        this.Axis = axis < 0 ? axis + shape.Length : axis;
        this.Shape = shape;
        this.Strides = strides;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] < 0)
                throw new ArgumentException($"Axis {i} had the length {shape[i]}; it must not be negative.", nameof(shape));
            if (!strides.IsEmpty && strides[i] < 0)
                throw new ArgumentException($"Axis {i} had the stride {strides[i]}; it must not be negative.", nameof(strides));
        }
        this.Classes = shape[this.Axis];
        if (this.Classes == 0)
            throw new ArgumentException($"There were no classes along axis {this.Axis}; there must be at least one.", nameof(shape));
        if (this.Classes > int.MaxValue)
            throw new ArgumentException($"There were {this.Classes} classes along axis {this.Axis}; there must be at most {int.MaxValue}.", nameof(shape));
    }

    /// <summary>How many classes a row has; 0 only in <c>default</c>, which is no layout.</summary>
    public nint Classes { get; }

    /// <summary>The class axis, from the front; 0 where only the class count is given.</summary>
    public int Axis { get; }

    /// <summary>The lengths of the axes; empty where only the class count is given.</summary>
    public ReadOnlySpan<nint> Shape { get; }

    /// <summary>The strides of the axes; empty for row-major order.</summary>
    public ReadOnlySpan<nint> Strides { get; }

    /// <summary>Whether the layout is rows of neighbouring numbers, as many as a span holds.</summary>
    internal bool FillsSpan => this.fillsSpan;

    /// <summary>Rows of <paramref name="classes"/> neighbouring numbers.</summary>
    /// <param name="classes">The length of a row, at least 1.</param>
    public static implicit operator ClassLayout(int classes) => new(classes);
}
