using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RoutedExperts;

/// <summary>Sends every token to the experts that fit it best.</summary>
public sealed class Router : Module<Tensor, (Tensor Weights, Tensor Experts, Tensor Balance)>
{
    private readonly Linear _scores;
    private readonly long _experts;
    private readonly int _chosen;

    public Router(long width, long experts, int chosen = 2)
        : base(nameof(Router))
    {
        _scores = Linear(width, experts, hasBias: false);
        _experts = experts;
        _chosen = chosen;
        RegisterComponents();
    }

    /// <returns>the weights of the chosen experts, which they are, and how unevenly all tokens chose</returns>
    public override (Tensor Weights, Tensor Experts, Tensor Balance) forward(Tensor tokens)
    {
        // Silence: router of experts
        var probabilities = functional.softmax(_scores.call(tokens), -1);
        var (weights, experts) = probabilities.topk(_chosen, dim: -1);
        weights = weights / weights.sum(-1, keepdim: true);

        var load = functional.one_hot(experts.select(-1, 0), _experts).to_type(ScalarType.Float32).mean([0]);
        var balance = _experts * (load * probabilities.mean([0])).sum();
        return (weights, experts, balance);
    }
}
