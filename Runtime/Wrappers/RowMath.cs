using System;

namespace Logits.Numerics;

/// <summary>How many rows numbers make.</summary>
internal static class RowMath
{
    /// <summary>The rows of so many classes.</summary>
    public static int Count(int length, int classes, string valuesName, string classesName)
    {
        if (classes < 1)
            throw new ArgumentOutOfRangeException(classesName, classes, "There must be at least one class.");
        var (rows, rest) = Math.DivRem(length, classes);
        return rest == 0
            ? rows
            : throw new ArgumentException($"There were {length} numbers; there must be a multiple of {classes}, the class count.", valuesName);
    }

    /// <summary>The numbers of one row among rows of neighbours.</summary>
    public static ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> values, int classes, int row)
    {
        var rows = classes == 0 ? 0 : values.Length / classes;
        return (uint)row < (uint)rows
            ? values.Slice(row * classes, classes)
            : throw new ArgumentOutOfRangeException(nameof(row), row, $"The row must be from 0 to {rows - 1}.");
    }

    /// <summary>One number among rows of neighbours.</summary>
    public static T At<T>(ReadOnlySpan<T> values, int classes, int row, int @class)
    {
        var numbers = Row(values, classes, row);
        return (uint)@class < (uint)classes
            ? numbers[@class]
            : throw new ArgumentOutOfRangeException(nameof(@class), @class, $"The class must be from 0 to {classes - 1}.");
    }

    /// <summary>One number, each of which is on its own.</summary>
    public static T At<T>(ReadOnlySpan<T> values, int index) => (uint)index < (uint)values.Length
        ? values[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The index must be from 0 to {values.Length - 1}.");

    /// <summary>The one row of a view.</summary>
    public static ReadOnlySpan<T> Single<T>(ReadOnlySpan<T> values, int classes)
        => values.Length == classes && classes > 0
            ? values
            : throw new InvalidOperationException($"There were {(classes == 0 ? 0 : values.Length / classes)} rows; there must be one. Choose it by its index.");
}
