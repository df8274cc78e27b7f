using System;
using System.Numerics;

namespace Logits.Numerics;

/// <summary>
/// What each class of each row is to have, by labels: w[c] * (smoothing / classes + (c is the label ? 1 - smoothing : 0)), w the class
/// weights; nothing in a row that is ignored.
/// </summary>
internal readonly ref struct LabelTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<int> _labels;
    private readonly ReadOnlySpan<T> _weights;
    private readonly double _spread;
    private readonly double _rest;
    private readonly long? _ignored;
    private readonly int _classes;

    public LabelTargets(int rows, int classes, ClassIndices labels, CrossEntropyOptions<T> options)
    {
        Arguments.Length(labels.Count, rows, nameof(labels), "one for each row");
        Arguments.Options(in options, classes, nameof(options));
        _labels = labels.Values;
        _weights = options.ClassWeights;
        _spread = options.LabelSmoothing / classes;
        _rest = 1 - options.LabelSmoothing;
        _ignored = options.IgnoreIndex;
        _classes = classes;

        double weight = 0;
        for (var i = 0; i < _labels.Length; i++)
        {
            if (_labels[i] == _ignored)
                continue;
            if ((uint)_labels[i] >= (uint)classes)
                throw new ArgumentOutOfRangeException(nameof(labels), _labels[i], $"The label of row {i} must be from 0 to {classes - 1}{(_ignored is { } ignored ? $", or {ignored}, the label to ignore" : "")}.");
            weight += Weight(_labels[i]);
        }
        Scale = options.Reduction == Reduction.Mean ? 1 / weight : 1;
    }

    /// <summary>What the sum over all rows is multiplied by.</summary>
    public double Scale { get; }

    /// <summary>What a class is to have in a row that is not ignored.</summary>
    public double this[int row, int @class] => Weight(@class) * (_spread + (_labels[row] == @class ? _rest : 0));

    /// <summary>The classes that are to have anything in a row: without smoothing the label alone.</summary>
    public (int Start, int End) Classes(int row)
        => _labels[row] == _ignored ? (0, 0) : _spread == 0 ? (_labels[row], _labels[row] + 1) : (0, _classes);

    private double Weight(int @class) => _weights.IsEmpty ? 1 : double.CreateTruncating(_weights[@class]);
}
