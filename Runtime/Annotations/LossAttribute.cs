using System;

namespace Logits.Annotations;

/// <summary>This argument is the loss that the receiver, a model, is trained with: it must accept what the model returns.</summary>
/// <param name="prediction">The parameter of the loss that takes what the model returns.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LossAttribute(string prediction) : Attribute
{
    /// <summary>The parameter of the loss that takes what the model returns.</summary>
    public string Prediction { get; } = prediction;
}
