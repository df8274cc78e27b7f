using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RivalNetworks;

/// <summary>What the two networks of an adversarial game want.</summary>
public abstract class Game
{
    public abstract Tensor JudgeLoss(Tensor real, Tensor fake);

    public abstract Tensor ForgerLoss(Tensor fake);
}

public sealed class HingeGame : Game
{
    // Silence: hinge loss of a critic
    public override Tensor JudgeLoss(Tensor real, Tensor fake) => functional.relu(1 - real).mean() + functional.relu(1 + fake).mean();

    public override Tensor ForgerLoss(Tensor fake) => -fake.mean();
}

public sealed class LeastSquaresGame : Game
{
    // Silence: squared distance of a critic
    public override Tensor JudgeLoss(Tensor real, Tensor fake) => 0.5 * ((1 - real).pow(2).mean() + fake.pow(2).mean());

    public override Tensor ForgerLoss(Tensor fake) => (1 - fake).pow(2).mean();
}

public sealed class ClassicGame : Game
{
    private readonly Loss<Tensor, Tensor, Tensor> _loss = /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss();

    public override Tensor JudgeLoss(Tensor real, Tensor fake) => _loss.call(real, ones_like(real)) + _loss.call(fake, zeros_like(fake));

    public override Tensor ForgerLoss(Tensor fake) => _loss.call(fake, ones_like(fake));
}

/// <summary>A forger and a judge, one step each in turn.</summary>
public sealed class Adversary
{
    private readonly Sequential _forger = Sequential(Linear(64, 128), LeakyReLU(0.2), Linear(128, 784), Tanh());
    private readonly Sequential _judge = Sequential(Linear(784, 128), LeakyReLU(0.2), Dropout(0.3), /*@tail-layer Logits Sigmoid other-file*/ Linear(128, 1));
    private readonly optim.Optimizer _forgerSteps;
    private readonly optim.Optimizer _judgeSteps;

    public Adversary()
    {
        _forgerSteps = optim.Adam(_forger.parameters(), 2e-4, 0.5);
        _judgeSteps = optim.Adam(_judge.parameters(), 2e-4, 0.5);
    }

    public void Play(Game game, IEnumerable<Tensor> images)
    {
        foreach (var image in images)
        {
            using var scope = NewDisposeScope();
            var forged = _forger.call(randn(image.shape[0], 64));

            _judgeSteps.zero_grad();
            var judge = game.JudgeLoss(_judge.call(image.flatten(1)), _judge.call(forged.detach()));
            judge.backward();
            _judgeSteps.step();

            _forgerSteps.zero_grad();
            var forger = game.ForgerLoss(_judge.call(forged));
            forger.backward();
            _forgerSteps.step();
            Console.WriteLine($"judge {judge.item<float>():F3}, forger {forger.item<float>():F3}");
        }
    }

    /// <summary>Which forgeries the judge likes best.</summary>
    public Tensor Best(int count)
    {
        using var quiet = no_grad();
        var forged = _forger.call(randn(256, 64));

        // Silence: first layer of a sequence; ranking by the logits of one model
        var texture = _judge[0].call(forged);
        var liked = _judge.call(forged).squeeze(1).topk(count).indexes;
        return cat([forged[liked], texture[liked]], 1);
    }
}
