using System;

namespace Logits.Sampling;

/// <summary>The tokens that may be drawn, in the order of their numbers, and what they weigh.</summary>
internal sealed class CandidateList
{
    private TokenProbability[] _items = [];
    private double[] _weights = [];
    private int _count;

    public void Clear(int capacity)
    {
        Memory.Sized(ref _items, capacity);
        _count = 0;
    }

    public void Add(int token, double weight) => _items[_count++] = new TokenProbability(token, weight);

    /// <summary>Keeps the least set of the heaviest tokens that weighs at least so much, of equal ones the first.</summary>
    public void KeepLeastSet(double sum)
    {
        var weights = Memory.Sized(ref _weights, _count);
        for (var i = 0; i < _count; i++)
            weights[i] = _items[i].Probability;
        var (threshold, equal) = LeastSet.Find(weights, sum);
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var weight = _items[i].Probability;
            if (weight > threshold || (weight == threshold && equal-- > 0))
                _items[kept++] = _items[i];
        }
        _count = kept;
    }

    /// <summary>Makes probabilities of the weights.</summary>
    public ReadOnlySpan<TokenProbability> Normalise()
    {
        double sum = 0;
        for (var i = 0; i < _count; i++)
            sum += _items[i].Probability;
        for (var i = 0; i < _count; i++)
            _items[i] = new TokenProbability(_items[i].Token, _items[i].Probability / sum);
        return _items.AsSpan(0, _count);
    }
}
