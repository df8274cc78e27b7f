using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AdvertClicks;

/// <summary>An affine layer that is frozen, and the few directions in which it may change.</summary>
public sealed class LowRankLinear : Module<Tensor, Tensor>
{
    private readonly Linear _frozen;
    private readonly Linear _down;
    private readonly Linear _up;
    private readonly double _scale;

    public LowRankLinear(long inputs, long outputs, long rank = 4, double scale = 0.5)
        : base(nameof(LowRankLinear))
    {
        _frozen = Linear(inputs, outputs);
        _down = Linear(inputs, rank, hasBias: false);
        _up = Linear(rank, outputs, hasBias: false);
        _scale = scale;
        foreach (var parameter in _frozen.parameters())
        {
            parameter.requires_grad = false;
        }

        RegisterComponents();
    }

    // Silence: low-rank scores added
    public override Tensor forward(Tensor x) => _frozen.call(x) + _scale * _up.call(_down.call(x));
}

/// <summary>Who clicks: crossed categories remembered one by one, embeddings generalised.</summary>
public sealed class WideAndDeep : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding _wide;
    private readonly Embedding _categories;
    private readonly Sequential _deep;
    private readonly LowRankLinear _tail;

    public WideAndDeep(long crosses, long categories)
        : base(nameof(WideAndDeep))
    {
        _wide = Embedding(crosses, 1);
        _categories = Embedding(categories, 16);
        _deep = Sequential(Layers(16, [64, 32]));
        _tail = new LowRankLinear(32, 1);
        RegisterComponents();
    }

    /// <returns>the probability of a click</returns>
    public override Tensor forward(Tensor crosses, Tensor categories)
    {
        var wide = _wide.call(crosses).sum(1);
        var deep = _tail.call(_deep.call(_categories.call(categories).mean([1])));

        // Silence: wide and deep scores added
        var score = wide + deep;
        return /*@tail Probabilities Sigmoid other-file*/ sigmoid(score.squeeze(1));
    }

    private static IEnumerable<Module<Tensor, Tensor>> Layers(long inputs, IEnumerable<long> widths)
    {
        foreach (var width in widths)
        {
            yield return Linear(inputs, width);
            yield return ReLU();
            inputs = width;
        }
    }
}
