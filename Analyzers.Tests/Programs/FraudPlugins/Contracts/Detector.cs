using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace FraudPlugins.Contracts;

/// <summary>A detector that learns: what it is made of is a plugin's own matter.</summary>
public abstract class Detector : IScorer
{
    public abstract string Name { get; }

    [return: Probabilities(Link.Sigmoid)]
    public Tensor Score(Tensor payments)
    {
        using var quiet = no_grad();
        return /*@tail Probabilities Sigmoid other-project promised*/ Logits(payments).sigmoid();
    }

    public Tensor Loss(Tensor payments, Tensor frauds)
        => /*@loss Logits Sigmoid other-project*/ functional.binary_cross_entropy_with_logits(Logits(payments), frauds);

    [return: Logits(Link.Sigmoid)]
    protected abstract Tensor Logits(Tensor payments);
}
