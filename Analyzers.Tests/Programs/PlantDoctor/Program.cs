using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PlantDoctor;

/// <summary>The scores of a leaf, or what an activation makes of them.</summary>
public sealed class LeafNet : Module<Tensor, Tensor>
{
    private readonly Linear _features = Linear(512, 64);
    private readonly Linear _scores;
    private readonly Func<Tensor, Tensor> _activation;

    public LeafNet(long outputs, Func<Tensor, Tensor> activation)
        : base(nameof(LeafNet))
    {
        _scores = Linear(64, outputs);
        _activation = activation;
        RegisterComponents();
    }

    public override Tensor forward(Tensor leaf) => _activation(_scores.call(functional.relu(_features.call(leaf))));
}

/// <summary>Trains a net that it was given, by a loss that it was given.</summary>
public sealed class Gardener<TNet>(TNet net, Loss<Tensor, Tensor, Tensor> loss)
    where TNet : Module<Tensor, Tensor>
{
    private readonly optim.Optimizer _optimizer = optim.Adam(net.parameters());

    public TNet Net { get; } = net;

    public void Tend(IEnumerable<(Tensor Leaf, Tensor Truth)> leaves)
    {
        foreach (var (leaf, truth) in leaves)
        {
            Improve(leaf, truth);
        }
    }

    private void Improve(Tensor leaf, Tensor truth)
    {
        _optimizer.zero_grad();
        using var value = loss.call(Net.call(leaf), truth);
        value.backward();
        _optimizer.step();
    }
}

internal static class Program
{
    private static void Main()
    {
        var leaves = Enumerable.Range(0, 100).Select(_ => (Leaf: rand(16, 512), Disease: randint(9, [16]), Pests: rand(16, 5).round())).ToList();

        var disease = new Gardener<LeafNet>(new LeafNet(9, scores => /*@tail LogProbabilities Softmax class*/ functional.log_softmax(scores, 1)), /*@loss LogProbabilities Softmax class*/ NLLLoss());
        disease.Tend(leaves.Select(leaf => (leaf.Leaf, leaf.Disease)));

        var pests = new LeafNet(5, activation: scores => /*@tail Probabilities Sigmoid class*/ sigmoid(scores));
        new Gardener<LeafNet>(pests, loss: /*@loss Probabilities Sigmoid class*/ BCELoss()).Tend(leaves.Select(leaf => (leaf.Leaf, leaf.Pests)));

        using var quiet = no_grad();
        var chances = disease.Net.call(leaves[0].Leaf[..1]).exp().squeeze(0);
        Console.WriteLine($"disease {chances.argmax().item<long>()}, {chances.max().item<float>():P1}; pests {string.Join(", ", (pests.call(leaves[0].Leaf[..1]) > 0.5).data<bool>())}");
    }
}
