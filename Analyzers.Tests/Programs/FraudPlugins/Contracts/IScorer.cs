using Logits.Annotations;
using static TorchSharp.torch;

namespace FraudPlugins.Contracts;

/// <summary>Judges payments. Whoever writes a plugin promises what its numbers mean.</summary>
public interface IScorer
{
    string Name { get; }

    /// <summary>The chance of each payment to be a fraud.</summary>
    [return: Probabilities(Link.Sigmoid)]
    Tensor Score(Tensor payments);
}
