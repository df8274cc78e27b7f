using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;

namespace Logits.Sampling;

/// <summary>
/// Draws tokens by their logits, as a language model does. The same seed, options and logits give the same tokens. Memory is kept from
/// call to call; the vocabulary is never sorted as a whole.
/// </summary>
/// <remarks>Calculates in double, whatever the type of the logits is. Not for several threads at once.</remarks>
public sealed class TokenSampler
{
    private readonly SamplingOptions _options;
    private readonly Xoshiro256 _random;
    private readonly CandidateList _candidates = new();
    private double[] _scores = [];
    private double[] _topScores = [];
    private int[] _tokens = [];

    /// <summary>A sampler that starts anew.</summary>
    /// <param name="options">How tokens are drawn.</param>
    /// <param name="seed">Where the generator (<see cref="Xoshiro256"/>) starts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public TokenSampler(SamplingOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _random = new Xoshiro256(seed);
    }

    /// <summary>Draws a token.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">One row: a logit for each token of the vocabulary; negative infinity for a token that must not be drawn.</param>
    /// <param name="previousTokens">The tokens seen before, for the repetition penalty.</param>
    /// <returns>The number of a token.</returns>
    /// <exception cref="ArgumentException">
    /// The logits are not one row, one is NaN or positive infinity, or all are masked.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A previous token is not one of the vocabulary.</exception>
    [return: ClassIndices]
    public int Sample<T>(LogitsSpan<T> logits, [ClassIndices] ReadOnlySpan<int> previousTokens = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var candidates = Candidates(logits, previousTokens);
        if (candidates.Length == 1)
            return candidates[0].Token;
        var rest = _random.NextDouble();
        foreach (var candidate in candidates)
        {
            rest -= candidate.Probability;
            if (rest < 0)
                return candidate.Token;
        }
        // By rounding the probabilities may sum to a little less than 1.
        return candidates[^1].Token;
    }

    /// <summary>The tokens that <see cref="Sample"/> draws from, in the order of their numbers, with probabilities that sum to 1.</summary>
    /// <inheritdoc cref="Sample"/>
    /// <returns>One token or more. The memory is used again by the next call.</returns>
    public ReadOnlySpan<TokenProbability> Candidates<T>(LogitsSpan<T> logits, [ClassIndices] ReadOnlySpan<int> previousTokens = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var highest = TokenScores.Highest(logits, nameof(logits));
        var scores = Memory.Sized(ref _scores, logits.Classes);
        TensorPrimitives.ConvertTruncating(logits.Values, scores);
        if (Penalise(scores, previousTokens))
            highest = Kernels.ArgMax<double>(scores);
        if (_options.Temperature == 0)
            return Only(highest);
        if (_options.Temperature != 1)
            TensorPrimitives.Divide(scores, _options.Temperature, scores);
        // A temperature near 0 can take the scores beyond all bounds; the limit is that of 0.
        if (double.IsInfinity(scores[highest]))
            return Only(highest);
        var sum = _options.TopK > 0 && _options.TopK < scores.Length ? AddTopK(scores, highest) : AddAll(scores, highest);
        if (_options.TopP < 1)
            _candidates.KeepLeastSet(_options.TopP * sum);
        return _candidates.Normalise();
    }

    private ReadOnlySpan<TokenProbability> Only(int token)
    {
        _candidates.Clear(1);
        _candidates.Add(token, 1);
        return _candidates.Normalise();
    }

    private bool Penalise(Span<double> scores, ReadOnlySpan<int> previousTokens)
    {
        var tokens = Memory.Sized(ref _tokens, previousTokens.Length);
        previousTokens.CopyTo(tokens);
        tokens.Sort();
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens[i] >= (uint)scores.Length)
                throw new ArgumentOutOfRangeException(nameof(previousTokens), tokens[i], $"A previous token must be from 0 to {scores.Length - 1}.");
            if (i > 0 && tokens[i] == tokens[i - 1])
                continue;
            ref var score = ref scores[tokens[i]];
            score = score > 0 ? score / _options.RepetitionPenalty : score * _options.RepetitionPenalty;
        }
        return tokens.Length > 0 && _options.RepetitionPenalty != 1;
    }

    /// <summary>Adds the k best tokens, but for those that min-p takes away; returns what all k weigh.</summary>
    private double AddTopK(ReadOnlySpan<double> scores, int highest)
    {
        var tokens = Memory.Sized(ref _tokens, _options.TopK);
        Kernels.TopK(scores, Memory.Sized(ref _topScores, tokens.Length), tokens);
        tokens.Sort();
        _candidates.Clear(tokens.Length);
        double sum = 0;
        foreach (var token in tokens)
        {
            var weight = Math.Exp(scores[token] - scores[highest]);
            sum += weight;
            if (weight > 0 && weight >= _options.MinP)
                _candidates.Add(token, weight);
        }
        return sum;
    }

    /// <summary>Adds all tokens, but for those that top-p cannot reach or min-p takes away; returns what all tokens weigh.</summary>
    private double AddAll(Span<double> scores, int highest)
    {
        Kernels.Softmax<double>(scores, scores);
        // All tokens below the first bound together have at most half of what top-p leaves out, so its least set is above.
        var least = Math.Max((1 - _options.TopP) / (2.0 * scores.Length), _options.MinP * scores[highest]);
        _candidates.Clear(scores.Length);
        for (var token = 0; token < scores.Length; token++)
        {
            if (scores[token] > 0 && scores[token] >= least)
                _candidates.Add(token, scores[token]);
        }
        return 1;
    }
}
