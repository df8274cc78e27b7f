using System;
using System.Collections.Generic;
using System.Numerics;
using Logits.Annotations;

namespace Logits.Calibration;

/// <summary>
/// Calibration of binary logits by any function that never falls (Zadrozny and Elkan, "Transforming classifier scores into accurate
/// multiclass probability estimates", 2002), found by pooling adjacent violators. It needs more samples than <see cref="PlattScaling"/>,
/// a thousand or so, and assumes less. Fit it on labelled samples that the model was not trained with.
/// </summary>
public sealed class IsotonicRegression
{
    private readonly double[] _logits;
    private readonly double[] _probabilities;

    private IsotonicRegression(double[] logits, double[] probabilities, ModelId model)
    {
        _logits = logits;
        _probabilities = probabilities;
        Model = model;
    }

    /// <summary>The model that this was fitted for; <c>default</c> if it is not known.</summary>
    public ModelId Model { get; }

    /// <summary>The logits at which the function bends, ascending. Between them it is a line, beyond them constant.</summary>
    [Logits(Link.Sigmoid)]
    public ReadOnlySpan<double> Knots => _logits;

    /// <summary>The probability at each of the <see cref="Knots"/>, never falling.</summary>
    [Probabilities(Link.Sigmoid)]
    public ReadOnlySpan<double> Values => _probabilities;

    /// <summary>Finds the function that never falls and has the least squared distance from the labels.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">One or more, finite.</param>
    /// <param name="labels">For each whether yes is right.</param>
    /// <exception cref="ArgumentException">There are no samples, not one label for each, or a logit is not finite.</exception>
    public static IsotonicRegression Fit<T>(BinaryLogits<T> logits, [BinaryLabels] ReadOnlySpan<bool> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.Labelled(logits.Count, labels.Length, nameof(logits), nameof(labels));
        var blocks = Pool(Samples.Finite(logits, nameof(logits)), labels.ToArray());
        var knots = new List<double>();
        var values = new List<double>();
        foreach (var block in blocks)
        {
            knots.Add(block.First);
            values.Add(block.Mean);
            if (block.Last > block.First)
            {
                knots.Add(block.Last);
                values.Add(block.Mean);
            }
        }
        return new IsotonicRegression([.. knots], [.. values], logits.Model);
    }

    /// <summary>The calibrated probabilities.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">Of the model that this was fitted for. NaN gives NaN.</param>
    /// <exception cref="ArgumentException">The logits are of another model.</exception>
    public BinaryProbabilities<T> Apply<T>(BinaryLogits<T> logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Samples.OfModel(Model, logits.Model, nameof(logits));
        var result = logits.Tensor.Fresh(out var values);
        for (var i = 0; i < values.Length; i++)
            values[i] = T.CreateTruncating(At(double.CreateTruncating(logits[i])));
        return new BinaryProbabilities<T>(result);
    }

    private double At(double logit)
    {
        if (double.IsNaN(logit))
            return logit;
        var i = Array.BinarySearch(_logits, logit);
        if (i >= 0)
            return _probabilities[i];
        i = ~i;
        if (i == 0)
            return _probabilities[0];
        if (i == _logits.Length)
            return _probabilities[^1];
        var share = (logit - _logits[i - 1]) / (_logits[i] - _logits[i - 1]);
        return _probabilities[i - 1] + (share * (_probabilities[i] - _probabilities[i - 1]));
    }

    /// <summary>Blocks of neighbouring logits with ascending means: a block that is below the one before it is pooled with it.</summary>
    private static List<Block> Pool(double[] logits, bool[] labels)
    {
        Array.Sort(logits, labels);
        var blocks = new List<Block>();
        for (var i = 0; i < logits.Length;)
        {
            // Equal logits must get equal probabilities: they are one block from the start.
            var block = new Block(logits[i], logits[i], 0, 0);
            for (; i < logits.Length && logits[i] == block.First; i++)
                block = block.With(new Block(logits[i], logits[i], labels[i] ? 1 : 0, 1));
            while (blocks.Count > 0 && blocks[^1].Mean >= block.Mean)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
        }
        return blocks;
    }

    private readonly record struct Block(double First, double Last, double Positive, double Count)
    {
        public double Mean => Positive / Count;

        public Block With(Block after) => new(First, after.Last, Positive + after.Positive, Count + after.Count);
    }
}
