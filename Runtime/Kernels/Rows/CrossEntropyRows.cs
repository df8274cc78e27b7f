using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace Logits.Numerics;

/// <summary>The checks and the reduction that all softmax cross-entropies share.</summary>
internal static unsafe class CrossEntropyRows
{
    /// <summary>From how many labels on they are checked all at once.</summary>
    private const int ManyLabels = 16;

    /// <summary>Class indices. The losses of the rows are written where <paramref name="losses"/> is not empty, and then not reduced.</summary>
    public static T Run<T, TLabel>(ReadOnlySpan<T> logits, scoped in ClassLayout layout, ReadOnlySpan<TLabel> labels, Span<T> losses, Span<T> gradient, scoped in CrossEntropyOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        var rows = Check(logits, layout, losses, gradient, in options);
        Arguments.Length(labels.Length, rows, nameof(labels), "one for each row");
        Arguments.Apart<T, TLabel>(gradient, labels, nameof(gradient), nameof(labels));
        Arguments.Apart<T, TLabel>(losses, labels, nameof(losses), nameof(labels));
        var weight = LabelWeight(labels, layout.Classes, in options);
        var scale = losses.IsEmpty && options.Reduction == Reduction.Mean ? 1 / weight : 1;
        using var weights = new ClassWeights<T>(options.ClassWeights);
        fixed (TLabel* l = labels)
        fixed (double* w = weights.Doubles)
        fixed (T* results = losses)
        {
            var kernel = new LaneRows<T, IndexedCrossEntropyRows<T, TLabel>>(new(l, w, results, options.LabelSmoothing, options.IgnoreIndex, scale));
            return T.CreateTruncating(RowRunner.Run(in kernel, rows, logits, layout, default, layout, gradient, layout) * scale);
        }
    }

    /// <summary>Dense targets; otherwise the same.</summary>
    public static T Run<T>(ReadOnlySpan<T> logits, scoped in ClassLayout layout, ReadOnlySpan<T> targets, Span<T> losses, Span<T> gradient, scoped in CrossEntropyOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = Check(logits, layout, losses, gradient, in options);
        Arguments.Companion(layout, targets.Length, rows, layout.Classes, nameof(targets), nameof(layout));
        Arguments.Apart<T, T>(gradient, targets, nameof(gradient), nameof(targets));
        Arguments.Apart<T, T>(losses, targets, nameof(losses), nameof(targets));
        if (options.IgnoreIndex is { } ignored)
            throw new ArgumentException($"IgnoreIndex was {ignored}; it must not be set for dense targets, which have no labels.", nameof(options));
        var scale = losses.IsEmpty && options.Reduction == Reduction.Mean ? 1.0 / rows : 1;
        using var weights = new ClassWeights<T>(options.ClassWeights);
        fixed (double* w = weights.Doubles)
        fixed (T* results = losses)
        {
            var kernel = new LaneRows<T, DenseCrossEntropyRows<T>>(new(w, results, options.LabelSmoothing, scale));
            return T.CreateTruncating(RowRunner.Run(in kernel, rows, logits, layout, targets, layout, gradient, layout) * scale);
        }
    }

    /// <summary>The sum of the losses of some rows, which are stored from the first of them on where they are asked for.</summary>
    public static double Total<T>(T* losses, nint first, ReadOnlySpan<double> of)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (losses != null)
            TensorPrimitives.ConvertTruncating(of, new Span<T>(losses + first, of.Length));
        return TensorPrimitives.Sum(of);
    }

    private static nint Check<T>(ReadOnlySpan<T> logits, scoped in ClassLayout layout, Span<T> losses, Span<T> gradient, scoped in CrossEntropyOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Arguments.Supported<T>();
        var rows = Arguments.Rows(layout, logits.Length, nameof(logits), nameof(layout));
        Arguments.Apart<T, T>(losses, logits, nameof(losses), nameof(logits));
        Arguments.Apart<T, T>(losses, gradient, nameof(losses), nameof(gradient));
        Arguments.Options(in options, layout.Classes, nameof(options));
        Arguments.Apart<T, T>(gradient, options.ClassWeights, nameof(gradient), nameof(options.ClassWeights));
        Arguments.Apart<T, T>(losses, options.ClassWeights, nameof(losses), nameof(options.ClassWeights));
        return rows;
    }

    /// <summary>The sum of what the labels weigh; each label is checked before anything is written.</summary>
    private static double LabelWeight<T, TLabel>(ReadOnlySpan<TLabel> labels, nint classes, scoped in CrossEntropyOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (labels.Length >= ManyLabels && options.ClassWeights.IsEmpty && options.IgnoreIndex == null && AreInRange(labels, classes))
            return labels.Length;
        double sum = 0;
        nint count = 0;
        var weights = options.ClassWeights;
        var (ignores, ignored) = (options.IgnoreIndex.HasValue, options.IgnoreIndex.GetValueOrDefault());
        for (var i = 0; i < labels.Length; i++)
        {
            var label = long.CreateSaturating(labels[i]);
            // A number that no long holds is none to ignore, even if it is brought to the one that is.
            if (ignores && label == ignored && labels[i] == TLabel.CreateSaturating(ignored))
                continue;
            if ((ulong)label >= (ulong)classes)
                throw new ArgumentOutOfRangeException(nameof(labels), labels[i], $"labels[{i}] must be from 0 to {classes - 1}{(ignores ? $", or {ignored}, the label to ignore" : "")}.");
            count++;
            if (!weights.IsEmpty)
                sum += double.CreateTruncating(weights[(int)label]);
        }
        return weights.IsEmpty ? count : sum;
    }

    private static bool AreInRange<TLabel>(ReadOnlySpan<TLabel> labels, nint classes)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
        => !TLabel.IsNegative(TensorPrimitives.Min(labels)) && ulong.CreateSaturating(TensorPrimitives.Max(labels)) < (ulong)classes;
}
