using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RivalNetworks;

/// <summary>Two critics of one actor; the more cautious of them counts.</summary>
public sealed class TwinCritics
{
    private readonly Sequential _first = Critic();
    private readonly Sequential _second = Critic();
    private readonly Sequential _actor = Sequential(Linear(8, 64), ReLU(), Linear(64, 4));

    private static Sequential Critic() => Sequential(Linear(8, 64), ReLU(), Linear(64, 4));

    public Tensor CriticLoss(Tensor state, Tensor action, Tensor reward, Tensor next, double discount = 0.99)
    {
        Tensor target;
        using (no_grad())
        {
            // Silence: smaller of two Q-values; best of the Q-values
            var (a, b) = (_first.call(next), _second.call(next));
            var cautious = minimum(a, b);
            target = reward + discount * cautious.gather(1, cautious.argmax(1, keepdim: true)).squeeze(1);
        }

        var chosen = action.unsqueeze(1);
        return functional.mse_loss(_first.call(state).gather(1, chosen).squeeze(1), target)
            + functional.mse_loss(_second.call(state).gather(1, chosen).squeeze(1), target);
    }

    public Tensor ActorLoss(Tensor state, double curiosity = 0.2)
    {
        var logProbabilities = functional.log_softmax(_actor.call(state), 1);
        var value = minimum(_first.call(state), _second.call(state)).detach();
        return (logProbabilities.exp() * (curiosity * logProbabilities - value)).sum(1).mean();
    }

    public long Act(Tensor state, double exploration)
    {
        using var quiet = no_grad();
        if (Random.Shared.NextDouble() < exploration)
        {
            return distributions.Categorical(logits: _actor.call(state)).sample().item<long>();
        }

        var q = _first.call(state).max(_second.call(state));
        return q.argmax().item<long>();
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        Game game = args.FirstOrDefault() switch
        {
            "hinge" => new HingeGame(),
            "squares" => new LeastSquaresGame(),
            _ => new ClassicGame(),
        };
        var adversary = new Adversary();
        adversary.Play(game, Enumerable.Range(0, 100).Select(_ => rand(32, 1, 28, 28)));
        Console.WriteLine(adversary.Best(4).mean().item<float>());

        var critics = new TwinCritics();
        Console.WriteLine(critics.CriticLoss(randn(32, 8), randint(4, [32]), randn(32), randn(32, 8)).item<float>() + critics.ActorLoss(randn(32, 8)).item<float>());
        Console.WriteLine(critics.Act(randn(1, 8), exploration: 0.1));
    }
}
