using System;
using System.Numerics.Tensors;

namespace Logits.Sampling;

/// <summary>The tokens that may be drawn, in the order of their numbers, and what they weigh.</summary>
internal sealed class CandidateList
{
    private int[] _tokens = [];
    private double[] _weights = [];
    private double[] _selection = [];
    private TokenProbability[] _probabilities = [];
    private int _count;

    private ReadOnlySpan<double> Weights => _weights.AsSpan(0, _count);

    /// <summary>Takes the tokens that weigh at least so much, and anything at all.</summary>
    public void Fill(ReadOnlySpan<int> tokens, ReadOnlySpan<double> weights, double least)
    {
        var ownTokens = Memory.Sized(ref _tokens, tokens.Length);
        var ownWeights = Memory.Sized(ref _weights, tokens.Length);
        least = Math.Max(least, double.Epsilon);
        var count = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            // Without a branch, which would be mispredicted at every other token.
            ownTokens[count] = tokens[i];
            ownWeights[count] = weights[i];
            count += weights[i] >= least ? 1 : 0;
        }
        _count = count;
    }

    /// <summary>Keeps the least set of the heaviest tokens that weighs at least so much, of equal ones the first.</summary>
    public void KeepLeastSet(double sum)
    {
        var selection = Memory.Sized(ref _selection, _count);
        Weights.CopyTo(selection);
        var (threshold, equal) = LeastSet.Find(selection, sum);
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var weight = _weights[i];
            _tokens[kept] = _tokens[i];
            _weights[kept] = weight;
            kept += weight > threshold || (weight == threshold && equal-- > 0) ? 1 : 0;
        }
        _count = kept;
    }

    /// <summary>The tokens, with their weights divided by the sum of these.</summary>
    public ReadOnlySpan<TokenProbability> Normalise()
    {
        var probabilities = Memory.Sized(ref _probabilities, _count);
        var sum = TensorPrimitives.Sum(Weights);
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] = new TokenProbability(_tokens[i], _weights[i] / sum);
        return probabilities;
    }

    /// <summary>The token in which a share of all weights, in [0, 1), ends.</summary>
    public int At(double share)
    {
        var rest = share * TensorPrimitives.Sum(Weights);
        for (var i = 0; i < _count; i++)
        {
            rest -= _weights[i];
            if (rest < 0)
                return _tokens[i];
        }
        // By rounding the weights may come to a little less than their sum.
        return _tokens[_count - 1];
    }
}
