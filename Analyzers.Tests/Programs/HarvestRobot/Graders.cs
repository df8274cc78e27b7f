using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HarvestRobot;

/// <summary>How ripe a fruit is, in five grades.</summary>
public sealed class RipenessGrader
{
    private readonly Module<Tensor, Tensor> _network = Sequential(
        Conv2d(3, 16, 3),
        ReLU(),
        AdaptiveAvgPool2d(1),
        Flatten(),
        /*@tail-layer Logits Softmax field*/ Linear(16, 5));

    private readonly Loss<Tensor, Tensor, Tensor> _criterion = /*@loss Logits Softmax field*/ CrossEntropyLoss();
    private readonly optim.Optimizer _optimizer;

    public RipenessGrader() => _optimizer = optim.Adam(_network.parameters(), 1e-3);

    public float Learn(Tensor fruits, Tensor grades)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var loss = _criterion.call(_network.call(fruits), grades);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    public long Grade(Tensor fruit)
    {
        using var quiet = no_grad();
        return _network.call(fruit.unsqueeze(0)).argmax(1).item<long>();
    }
}

/// <summary>What grows on a branch: one species of many.</summary>
public sealed class SpeciesTagger
{
    private readonly Module<Tensor, Tensor> _network;
    private readonly Loss<Tensor, Tensor, Tensor> _loss;

    public SpeciesTagger(int species)
    {
        _network = Sequential(
            ("flatten", Flatten()),
            ("hidden", Linear(3072, 128)),
            ("act", Tanh()),
            ("out", Linear(128, species)),
            ("logsm", /*@tail-layer LogProbabilities Softmax field*/ LogSoftmax(1)));
        _loss = /*@loss LogProbabilities Softmax field*/ NLLLoss();
    }

    public void Fit(IReadOnlyList<(Tensor Branch, Tensor Species)> data, int epochs)
    {
        using var optimizer = optim.SGD(_network.parameters(), 0.05, momentum: 0.9);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var (branch, species) in data)
            {
                optimizer.zero_grad();
                var output = _network.forward(branch);
                using var loss = _loss.forward(output, species);
                loss.backward();
                optimizer.step();
            }

            Console.WriteLine($"epoch {epoch}: {Surprise(data):F3} nats");
        }
    }

    private double Surprise(IReadOnlyList<(Tensor Branch, Tensor Species)> data)
    {
        using var quiet = no_grad();
        var total = 0.0;
        foreach (var (branch, species) in data)
        {
            total += _loss.forward(_network.forward(branch), species).item<float>();
        }

        return total / data.Count;
    }
}
