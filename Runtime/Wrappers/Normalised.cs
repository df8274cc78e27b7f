using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>Whether numbers are the probabilities that they are said to be.</summary>
internal static class Normalised
{
    /// <summary>
    /// How far the sum of a row may be from 1. Wide enough for softmaxes that sum in their own precision (up to some thousand units in
    /// the last place off, over a million classes), and far below what unnormalised numbers miss it by.
    /// </summary>
    public static double Tolerance<T>() => typeof(T) == typeof(double) ? 1e-6 : typeof(T) == typeof(float) ? 1e-3 : 1e-2;

    /// <summary>Each row is a distribution over the classes.</summary>
    public static void Probabilities<T>(in ClassTensor<T> tensor, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var r = 0; r < tensor.RowCount; r++)
            Probabilities(tensor.Row(r), r, name);
    }

    /// <summary>A row is a distribution over the classes.</summary>
    public static void Probabilities<T>(ReadOnlySpan<T> row, int number, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (var c = 0; c < row.Length; c++)
        {
            var p = double.CreateTruncating(row[c]);
            if (!(p >= 0))
                throw new ArgumentException(FormattableString.Invariant($"Row {number} had {p} at class {c}; a probability must not be negative or NaN. If the numbers are logits, apply softmax first."), name);
            sum += p;
        }
        Sum<T>(sum, $"Row {number}", name);
    }

    /// <summary>The exponentials of each row are a distribution over the classes.</summary>
    public static void LogProbabilities<T>(in ClassTensor<T> tensor, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var r = 0; r < tensor.RowCount; r++)
            LogProbabilities(tensor.Row(r), r, name);
    }

    /// <summary>The exponentials of a row are a distribution over the classes.</summary>
    public static void LogProbabilities<T>(ReadOnlySpan<T> row, int number, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (var c = 0; c < row.Length; c++)
        {
            if (T.IsNaN(row[c]))
                throw new ArgumentException($"Row {number} had NaN at class {c}; it must be the logarithm of a probability.", name);
            sum += Math.Exp(double.CreateTruncating(row[c]));
        }
        Sum<T>(sum, $"Row {number}, by its exponentials,", name);
    }

    /// <summary>Each number is a probability of its own.</summary>
    public static void Each<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= T.Zero && values[i] <= T.One))
                throw new ArgumentException(FormattableString.Invariant($"Number {i} was {values[i]}; a probability must be from 0 to 1. If the numbers are logits, apply the sigmoid first."), name);
        }
    }

    private static void Sum<T>(double sum, string what, string name)
    {
        if (!(Math.Abs(sum - 1) <= Tolerance<T>()))
            throw new ArgumentException(FormattableString.Invariant($"{what} summed to {sum}; it must sum to 1 within {Tolerance<T>()}. If the numbers are logits, normalise them first."), name);
    }
}
