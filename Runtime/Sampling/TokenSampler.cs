using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;

namespace Logits.Sampling;

/// <summary>
/// Draws tokens by their logits, as a language model does. The same seed, options and logits give the same tokens on processors of the same
/// instructions; others add up in another order, so that a draw at the very edge between two tokens may fall on the other. Memory is kept from call
/// to call; the vocabulary is never sorted as a whole.
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
    private int[] _vocabulary = [];

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

    /// <summary>Draws a token; each call takes one number from the generator.</summary>
    /// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
    /// <param name="logits">
    /// One row: a logit for each token of the vocabulary; negative infinity for a token that must not be drawn.
    /// </param>
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
        Choose(logits, previousTokens);
        return _candidates.At(_random.NextDouble());
    }

    /// <summary>The tokens that <see cref="Sample"/> draws from, in the order of their numbers, with probabilities that sum to 1.</summary>
    /// <inheritdoc cref="Sample"/>
    /// <returns>One token or more. The memory is used again by the next call.</returns>
    public ReadOnlySpan<TokenProbability> Candidates<T>(LogitsSpan<T> logits, [ClassIndices] ReadOnlySpan<int> previousTokens = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Choose(logits, previousTokens);
        return _candidates.Normalise();
    }

    private void Choose<T>(LogitsSpan<T> logits, ReadOnlySpan<int> previousTokens)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var highest = TokenScores.Highest(logits, nameof(logits));
        var scores = Memory.Sized(ref _scores, logits.Classes);
        TensorPrimitives.ConvertTruncating(logits.Values, scores);
        if (Penalise(scores, previousTokens))
            highest = Kernels.ArgMax<double>(scores);
        if (_options.Temperature is not (0 or 1))
            TensorPrimitives.Divide(scores, _options.Temperature, scores);
        // A temperature near 0 can take the scores beyond all bounds; what is meant is the limit, that of 0.
        if (_options.Temperature == 0 || double.IsInfinity(scores[highest]))
            _candidates.Fill([highest], [1], least: 0);
        else if (_options.TopK > 0 && _options.TopK < scores.Length)
            ChooseTopK(scores, highest);
        else
            ChooseFromAll(scores, highest);
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

    private void ChooseTopK(ReadOnlySpan<double> scores, int highest)
    {
        var tokens = Memory.Sized(ref _tokens, _options.TopK);
        var weights = Memory.Sized(ref _topScores, _options.TopK);
        Kernels.TopK(scores, weights, tokens);
        tokens.Sort();
        for (var i = 0; i < tokens.Length; i++)
            weights[i] = Math.Exp(scores[tokens[i]] - scores[highest]);
        _candidates.Fill(tokens, weights, _options.MinP);
        if (_options.TopP < 1)
            _candidates.KeepLeastSet(_options.TopP * TensorPrimitives.Sum<double>(weights));
    }

    private void ChooseFromAll(Span<double> scores, int highest)
    {
        Kernels.Softmax<double>(scores, scores);
        // All tokens below the first bound together have at most half of what top-p leaves out, so its least set is above.
        var least = Math.Max((1 - _options.TopP) / (2.0 * scores.Length), _options.MinP * scores[highest]);
        _candidates.Fill(Vocabulary(scores.Length), scores, least);
        if (_options.TopP < 1)
            _candidates.KeepLeastSet(_options.TopP);
    }

    /// <summary>The numbers of all tokens.</summary>
    private ReadOnlySpan<int> Vocabulary(int size)
    {
        if (_vocabulary.Length < size)
        {
            _vocabulary = new int[size];
            for (var i = 0; i < size; i++)
                _vocabulary[i] = i;
        }
        return _vocabulary.AsSpan(0, size);
    }
}
