namespace Logits.Analyzers.Kinds;

/// <summary>What the numbers of a tensor mean.</summary>
public enum Kind
{
    /// <summary>What an affine layer returns: not normalised, and nothing says yet that a classifier is meant.</summary>
    Scores,

    /// <summary>Unnormalised log-probabilities: scores that a softmax or a sigmoid turns into probabilities.</summary>
    Logits,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,

    /// <summary>Numbers in [0, 1]; with the softmax link they sum to one along the class axis.</summary>
    Probabilities,

    /// <summary>Exponentials that nobody has divided by their sum yet.</summary>
    Weights,

    /// <summary>Labels: the number of the class.</summary>
    ClassIndices,

    /// <summary>Labels: one at the class, zero elsewhere; or a distribution over the classes.</summary>
    OneHot,

    /// <summary>Labels: zero or one, each on its own.</summary>
    BinaryLabels,
}
