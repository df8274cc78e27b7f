using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Logits.Numerics;

/// <summary>Checks of arguments: what is wrong is named, with what it was and what it must be.</summary>
internal static class Arguments
{
    /// <summary>The kernels know three types of numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Supported<T>()
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(Half))
            throw new NotSupportedException($"The type of the numbers was {typeof(T)}; it must be float, double or Half.");
    }

    /// <summary>A row has at least one class.</summary>
    public static void NotEmpty<T>(ReadOnlySpan<T> row, string name)
    {
        if (row.IsEmpty)
            throw new ArgumentException("The row was empty; it must have at least one class.", name);
    }

    /// <summary>A span has to be exactly this long.</summary>
    public static void Length(int length, nint needed, string name, string what)
    {
        if (length != needed)
            throw WrongLength(length, needed, name, what);
    }

    /// <summary>A span that is written to has to be at least this long.</summary>
    public static void AtLeast(int length, nint needed, string name, string what)
    {
        if (length < needed)
            throw TooShort(length, needed, name, what);
    }

    /// <summary>The rows that a layout has in a span of this length; the span must hold them.</summary>
    public static nint Rows(scoped in ClassLayout layout, int length, string name, string layoutName)
    {
        if (layout.Classes == 0)
            throw new ArgumentException("The layout was default(ClassLayout); it must have at least one class.", layoutName);
        if (layout.FillsSpan)
        {
            var (rows, rest) = Math.DivRem(length, (int)layout.Classes);
            return rest == 0
                ? rows
                : throw NoMultiple(length, layout.Classes, name);
        }
        return Rows(layout, Extent(layout), length, name, layoutName);
    }

    /// <summary>The checks of a kernel that turns rows into rows; returns how many rows there are.</summary>
    public static nint Map<T>(ReadOnlySpan<T> logits, scoped in ClassLayout layout, ReadOnlySpan<T> destination, scoped in ClassLayout destinationLayout, string destinationLayoutName)
    {
        Supported<T>();
        var rows = Rows(layout, logits.Length, nameof(logits), nameof(layout));
        Destination(destinationLayout, destination.Length, rows, layout.Classes, nameof(destination), destinationLayoutName);
        NoPartialOverlap(logits[..Extent(layout, logits.Length)], destination[..Extent(destinationLayout, (int)(rows * layout.Classes))], SameLayout(layout, destinationLayout), nameof(destination));
        return rows;
    }

    /// <summary>The checks of a kernel that turns each row into one value; returns how many rows there are.</summary>
    public static nint Reduce<T, TResult>(ReadOnlySpan<T> logits, scoped in ClassLayout layout, ReadOnlySpan<TResult> destination, string name = "logits")
        where T : unmanaged
        where TResult : unmanaged
    {
        Supported<T>();
        var rows = Rows(layout, logits.Length, name, nameof(layout));
        AtLeast(destination.Length, rows, nameof(destination), "one for each row");
        Apart(destination, logits, nameof(destination), name);
        return rows;
    }

    /// <summary>The checks of a kernel that works on each number on its own.</summary>
    public static void Elementwise<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> destination)
    {
        Supported<T>();
        AtLeast(destination.Length, source.Length, nameof(destination), "that of the source");
        NoPartialOverlap(source, destination[..source.Length], sameLayout: true, nameof(destination));
    }

    /// <summary>The span for the losses of rows, cut to them.</summary>
    public static Span<T> Losses<T>(Span<T> losses, ReadOnlySpan<T> logits, scoped in ClassLayout layout)
    {
        var rows = Rows(layout, logits.Length, nameof(logits), nameof(layout));
        AtLeast(losses.Length, rows, nameof(losses), "one for each row");
        return losses[..(int)rows];
    }

    /// <summary>The span for the gradient, in the layout of the logits, cut to what it reaches.</summary>
    public static Span<T> Gradient<T>(Span<T> gradient, ReadOnlySpan<T> logits, scoped in ClassLayout layout)
    {
        var rows = Rows(layout, logits.Length, nameof(logits), nameof(layout));
        Destination(layout, gradient.Length, rows, layout.Classes, nameof(gradient), nameof(layout));
        gradient = gradient[..Extent(layout, logits.Length)];
        NoPartialOverlap(logits[..gradient.Length], gradient, sameLayout: true, nameof(gradient));
        return gradient;
    }

    /// <summary>The options of a softmax cross-entropy have a meaning for so many classes.</summary>
    public static void Options<T>(scoped in CrossEntropyOptions<T> options, nint classes, string name)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Known(options.Reduction, name);
        if (!(options.LabelSmoothing is >= 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant($"LabelSmoothing was {options.LabelSmoothing}; it must be from 0 to 1."), name);
        var weights = options.ClassWeights;
        if (!weights.IsEmpty && weights.Length != classes)
            throw new ArgumentException($"There were {weights.Length} ClassWeights; there must be {classes}, one for each class.", name);
        for (var i = 0; i < weights.Length; i++)
        {
            // The name of a weight costs memory: only a wrong one is given it.
            if (!IsWeight(weights[i]))
                throw NoWeight(weights[i], $"ClassWeights[{i}]", name);
        }
    }

    /// <summary>A reduction is one of those that there are.</summary>
    public static void Known(Reduction reduction, string name)
    {
        if (reduction is not (Reduction.Mean or Reduction.Sum))
            throw new ArgumentException($"Reduction was {reduction}; it must be Mean or Sum.", name);
    }

    /// <summary>A weight is finite and not negative.</summary>
    public static void Weight<T>(T weight, string what, string name)
        where T : IBinaryFloatingPointIeee754<T>
    {
        if (!IsWeight(weight))
            throw NoWeight(weight, what, name);
    }

    /// <summary>The rows of a destination: those of the source, of as many classes, each element in a place of its own.</summary>
    public static void Destination(scoped in ClassLayout layout, int length, nint rows, nint classes, string name, string layoutName)
    {
        SameRows(layout, length, rows, classes, name, layoutName, exact: false);
        if (!layout.Strides.IsEmpty && rows > 0)
            OwnPlaces(layout, layoutName);
    }

    /// <summary>The rows of a second source: as many as the first has, of as many classes.</summary>
    public static void Companion(scoped in ClassLayout layout, int length, nint rows, nint classes, string name, string layoutName)
        => SameRows(layout, length, rows, classes, name, layoutName, exact: true);

    /// <summary>A destination may be the source itself, or apart from it; written to where it is still to be read, it may not.</summary>
    public static void NoPartialOverlap<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> destination, bool sameLayout, string name)
    {
        // Without the offset in elements: where there is no whole number of them, it is an exception that names nothing.
        if (source.Overlaps(destination) && !(sameLayout && Unsafe.AreSame(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination))))
            throw PartialOverlap(source, destination, name);
    }

    /// <summary>A span that is written to must not share memory with one of another meaning.</summary>
    public static void Apart<TLeft, TRight>(ReadOnlySpan<TLeft> left, ReadOnlySpan<TRight> right, string name, string other)
        where TLeft : unmanaged
        where TRight : unmanaged
    {
        // Not as spans of bytes, which hold no more than 2 GB.
        var offset = Unsafe.ByteOffset(ref Start(left), ref Start(right));
        if (!left.IsEmpty && !right.IsEmpty && ((nuint)offset < Bytes(left) || (nuint)(-offset) < Bytes(right)))
            throw NotApart(name, other);
    }

    /// <summary>Whether two layouts put the same element at the same place, as far as their description says.</summary>
    public static bool SameLayout(scoped in ClassLayout left, scoped in ClassLayout right)
        => left.FillsSpan
            ? right.FillsSpan && left.Classes == right.Classes
            : !right.FillsSpan && left.Axis == right.Axis && left.Shape.SequenceEqual(right.Shape) && left.Strides.SequenceEqual(right.Strides);

    /// <summary>The elements of a span that a layout reaches.</summary>
    public static int Extent(scoped in ClassLayout layout, int length)
        => layout.FillsSpan ? length : (int)(long)Extent(layout);

    private static void SameRows(scoped in ClassLayout layout, int length, nint rows, nint classes, string name, string layoutName, bool exact)
    {
        if (layout.Classes != classes)
            throw OtherClasses(layout.Classes, classes, layoutName);
        if (layout.FillsSpan)
        {
            if (exact ? length != rows * classes : length < rows * classes)
                throw exact ? WrongLength(length, rows * classes, name, ForRows(rows, classes)) : TooShort(length, rows * classes, name, ForRows(rows, classes));
            return;
        }
        var own = Rows(layout, Extent(layout), length, name, layoutName);
        if (own != rows)
            throw OtherRows(own, rows, layoutName);
    }

    private static nint Rows(scoped in ClassLayout layout, Int128 extent, int length, string name, string layoutName)
    {
        if (extent > length)
            throw new ArgumentException($"The length was {length}; it must be at least {extent}, the extent of the layout.", name);
        Int128 rows = 1;
        for (var i = 0; i < layout.Shape.Length; i++)
            rows = Saturate(rows * (i == layout.Axis ? 1 : layout.Shape[i]));
        return rows <= nint.MaxValue && rows * layout.Classes <= long.MaxValue
            ? (nint)(long)rows
            : throw new ArgumentException($"The layout had more than {nint.MaxValue} elements; it must have at most so many.", layoutName);
    }

    // What is thrown, apart: with it the checks would be too long to be compiled into their callers.
    private static ArgumentException WrongLength(int length, nint needed, string name, string what)
        => new($"The length was {length}; it must be {needed}, {what}.", name);

    private static ArgumentException TooShort(int length, nint needed, string name, string what)
        => new($"The length was {length}; it must be at least {needed}, {what}.", name);

    private static ArgumentException NoMultiple(int length, nint classes, string name)
        => new($"The length was {length}; it must be a multiple of the class count {classes}.", name);

    private static ArgumentException PartialOverlap<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> destination, string name)
    {
        var bytes = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination));
        var elements = (double)bytes / Unsafe.SizeOf<T>();
        return new(FormattableString.Invariant($"The destination overlapped the source, {elements} elements after its start; it must be the source itself, in the same layout, or apart from it."), name);
    }

    private static ArgumentException NotApart(string name, string other)
        => new($"The span overlapped '{other}'; it must be apart from it.", name);

    private static ArgumentException NoWeight<T>(T weight, string what, string name)
        => new(FormattableString.Invariant($"{what} was {weight}; it must be finite and not negative."), name);

    private static ArgumentException OtherClasses(nint actual, nint classes, string name)
        => new($"The class count was {actual}; it must be {classes}, that of the logits.", name);

    private static ArgumentException OtherRows(nint actual, nint rows, string name)
        => new($"The layout had {actual} rows; it must have {rows}, as the logits have.", name);

    private static string ForRows(nint rows, nint classes) => $"for {rows} rows of {classes} classes";

    private static bool IsWeight<T>(T weight)
        where T : IBinaryFloatingPointIeee754<T>
        => T.IsFinite(weight) && weight >= T.Zero;

    private static ref byte Start<T>(ReadOnlySpan<T> span) => ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span));

    private static nuint Bytes<T>(ReadOnlySpan<T> span) => (nuint)span.Length * (nuint)Unsafe.SizeOf<T>();

    /// <summary>One more than the highest offset; 0 where there is no element.</summary>
    private static Int128 Extent(scoped in ClassLayout layout)
    {
        Int128 last = 0, dense = 1;
        for (var i = layout.Shape.Length - 1; i >= 0; i--)
        {
            if (layout.Shape[i] == 0)
                return 0;
            last = Saturate(last + (Int128)(layout.Shape[i] - 1) * (layout.Strides.IsEmpty ? dense : layout.Strides[i]));
            dense = Saturate(dense * layout.Shape[i]);
        }
        return last + 1;
    }

    private static Int128 Saturate(Int128 value) => Int128.Min(value, long.MaxValue);

    /// <summary>
    /// Each axis, in the order of the strides, must step over all that the axes before it reach. (Some layouts that interleave without
    /// sharing a place are refused too.)
    /// </summary>
    private static void OwnPlaces(scoped in ClassLayout layout, string name)
    {
        Int128 reach = 0;
        nint previous = 0;
        while (true)
        {
            // The least stride above the previous one: no allocation, and there are few axes.
            var next = nint.MaxValue;
            Int128 span = 0;
            var axes = 0;
            for (var i = 0; i < layout.Shape.Length; i++)
            {
                if (layout.Shape[i] < 2)
                    continue;
                if (layout.Strides[i] == 0)
                    throw new ArgumentException($"Axis {i} had the stride 0; in a destination it must not repeat an element.", name);
                if (layout.Strides[i] <= previous || layout.Strides[i] > next)
                    continue;
                axes = layout.Strides[i] == next ? axes + 1 : 1;
                next = layout.Strides[i];
                span = (Int128)(layout.Shape[i] - 1) * next;
            }
            if (axes == 0)
                return;
            if (axes > 1 || next <= reach)
                throw new ArgumentException($"The stride {next} let elements share a place; in a destination each element must have a place of its own.", name);
            reach += span;
            previous = next;
        }
    }
}
