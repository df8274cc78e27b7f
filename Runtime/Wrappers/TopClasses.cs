using System;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>
/// The k best classes of each row, from the best down. Their logits or probabilities are where they were: <c>logits[row, class]</c>.
/// </summary>
public readonly struct TopClasses
{
    private readonly int[] _classes;

    internal TopClasses(int[] classes, int rows, int k)
    {
        _classes = classes;
        RowCount = rows;
        K = k;
    }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>How many classes of each row.</summary>
    public int K { get; }

    /// <summary>The k best classes of a row; of equal ones the lower comes first.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [ClassIndices]
    public ReadOnlySpan<int> this[int row] => (uint)row < (uint)RowCount
        ? _classes.AsSpan(row * K, K)
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The row must be from 0 to {RowCount - 1}.");

    /// <summary>The share of rows, in [0, 1], of which the label is among the k best: the top-k accuracy. NaN without rows.</summary>
    /// <param name="labels">As many rows.</param>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public double Recall(ClassIndices labels)
    {
        Arguments.Length(labels.Count, RowCount, nameof(labels), "as many as there are rows");
        var found = 0;
        for (var r = 0; r < RowCount; r++)
            found += this[r].Contains(labels[r]) ? 1 : 0;
        return (double)found / RowCount;
    }

    /// <summary>The axes.</summary>
    public override string ToString() => $"TopClasses [{RowCount}, {K}]";
}
