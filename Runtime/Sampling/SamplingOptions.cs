using System;

namespace Logits.Sampling;

/// <summary>
/// How tokens are drawn. What is set is applied in this order: repetition penalty, temperature, top-k, top-p, min-p; as set here, none
/// of them does anything.
/// </summary>
public sealed record SamplingOptions
{
    private readonly double _temperature = 1;
    private readonly int _topK;
    private readonly double _topP = 1;
    private readonly double _minP;
    private readonly double _repetitionPenalty = 1;

    /// <summary>
    /// What the logits are divided by, from 0 and finite: below 1 likely tokens become likelier. 0 is the limit, in which the highest
    /// logit (the first of equal ones) is always taken.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, infinite or NaN.</exception>
    public double Temperature
    {
        get => _temperature;
        init => _temperature = value >= 0 && double.IsFinite(value) ? value : throw Outside(nameof(Temperature), value, "from 0 and finite");
    }

    /// <summary>How many tokens are kept, those with the highest logits, of equal ones the first; 0 for all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int TopK
    {
        get => _topK;
        init => _topK = value >= 0 ? value : throw Outside(nameof(TopK), value, "0, for all tokens, or positive");
    }

    /// <summary>
    /// Keeps the least set of tokens with the highest probabilities that sum to at least this share, in (0, 1] (Holtzman et al., "The
    /// curious case of neural text degeneration", 2020); 1 for all of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in (0, 1].</exception>
    public double TopP
    {
        get => _topP;
        init => _topP = value is > 0 and <= 1 ? value : throw Outside(nameof(TopP), value, "above 0 and at most 1");
    }

    /// <summary>
    /// Keeps the tokens that are at least this share, in [0, 1], as probable as the most probable one (Nguyen et al., "Turning up the
    /// heat: min-p sampling", 2024); 0 for all of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in [0, 1].</exception>
    public double MinP
    {
        get => _minP;
        init => _minP = value is >= 0 and <= 1 ? value : throw Outside(nameof(MinP), value, "from 0 to 1");
    }

    /// <summary>
    /// Divides positive logits of tokens that were seen before, and multiplies negative ones (Keskar et al., "CTRL", 2019): above 1 makes
    /// them less likely. Each token counts once, however often it was seen.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive and finite.</exception>
    public double RepetitionPenalty
    {
        get => _repetitionPenalty;
        init => _repetitionPenalty = value > 0 && double.IsFinite(value) ? value : throw Outside(nameof(RepetitionPenalty), value, "positive and finite");
    }

    private static ArgumentOutOfRangeException Outside(string name, object value, string needed) => new(name, value, $"{name} must be {needed}.");
}
