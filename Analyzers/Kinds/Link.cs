namespace Logits.Analyzers.Kinds;

/// <summary>How logits become probabilities.</summary>
public enum Link
{
    /// <summary>Not known, or of no matter.</summary>
    None,

    /// <summary>Multiclass: the classes of one axis compete and sum to one.</summary>
    Softmax,

    /// <summary>Binary and multilabel: every number is a probability of its own.</summary>
    Sigmoid,
}
