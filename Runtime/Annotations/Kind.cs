namespace Logits.Annotations;

/// <summary>What the numbers of a tensor mean.</summary>
public enum Kind
{
    /// <summary>What an affine layer returns: not normalised, and not said to be a classifier's.</summary>
    Scores,

    /// <summary>Unnormalised log-probabilities.</summary>
    Logits,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,

    /// <summary>Numbers in [0, 1].</summary>
    Probabilities,

    /// <summary>Exponentials that are not normalised.</summary>
    Weights,

    /// <summary>Labels: the number of the class.</summary>
    ClassIndices,

    /// <summary>Labels: one at the class and zero elsewhere, or a distribution over the classes.</summary>
    OneHot,

    /// <summary>Labels: zero or one, each on its own.</summary>
    BinaryLabels,
}
