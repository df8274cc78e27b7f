using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RoutedExperts;

/// <summary>What a pass returns: the scores for the loss, and the routers' unevenness for the other.</summary>
public readonly struct Routed(Tensor scores, Tensor balance)
{
    public Tensor Scores { get; } = scores;

    public Tensor Balance { get; } = balance;
}

/// <summary>One layer of experts between an embedding and a head.</summary>
public class ExpertModel : Module<Tensor, Routed>
{
    private readonly Embedding _embedding;
    private readonly Router _router;
    private readonly ModuleList<Sequential> _experts = new();
    private readonly Linear _head;

    public ExpertModel(long vocabulary, long width, long classes, int experts)
        : base(nameof(ExpertModel))
    {
        _embedding = Embedding(vocabulary, width);
        _router = new Router(width, experts);
        foreach (var expert in Enumerable.Range(0, experts).Select(_ => Sequential(Linear(width, width * 4), SiLU(), Linear(width * 4, width))))
        {
            _experts.Add(expert);
        }

        _head = Linear(width, classes);
        RegisterComponents();
    }

    public override Routed forward(Tensor documents)
    {
        var document = _embedding.call(documents).mean([1]);
        var (weights, chosen, balance) = _router.call(document);
        var mixed = document + Mix(document, weights, chosen);
        return new Routed(/*@tail Logits Softmax other-file*/ _head.call(mixed), balance);
    }

    private Tensor Mix(Tensor tokens, Tensor weights, Tensor chosen)
    {
        var sum = zeros_like(tokens);
        for (var i = 0; i < _experts.Count; i++)
        {
            var share = where(chosen == i, weights, zeros_like(weights)).sum(-1, keepdim: true);
            sum += share * _experts[i].call(tokens);
        }

        return sum;
    }
}
