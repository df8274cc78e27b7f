#nullable enable
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NoisyLabels;

/// <summary>One run of one model with one loss.</summary>
public sealed class Experiment
{
    private readonly Module<Tensor, Tensor> model;
    private readonly Func<Tensor, Tensor, Tensor> loss;
    private readonly optim.Optimizer optimizer;

    public Experiment(Module<Tensor, Tensor> model, Func<Tensor, Tensor, Tensor>? loss = null)
    {
        this.model = model;
        this.loss = loss ?? Losses.PlainCrossEntropy;
        optimizer = optim.SGD(model.parameters(), learningRate: 0.02, momentum: 0.9, weight_decay: 5e-4);
    }

    public Experiment Train(IEnumerable<(Tensor X, Tensor Y)> data)
    {
        foreach (var (x, y) in data)
        {
            using var scope = NewDisposeScope();
            var output = model.call(x);
            var value = loss(output, y);
            optimizer.zero_grad();
            value.backward();
            optimizer.step();
        }

        return this;
    }

    /// <summary>Examples whose label the model believes least.</summary>
    public long[] Suspects(Tensor x, Tensor y, int count)
    {
        using var quiet = no_grad();
        var surprise = functional.cross_entropy(model.call(x), y, reduction: Reduction.None);
        return surprise.topk(count).indexes.data<long>().ToArray();
    }
}
