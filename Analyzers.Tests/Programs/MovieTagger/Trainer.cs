#nullable enable
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MovieTagger;

/// <summary>What the trainer tells after an epoch.</summary>
public sealed record Report(int Epoch, double Loss, double Score);

/// <summary>A training loop for any model of one input.</summary>
/// <typeparam name="TModel">the model, so that callers get theirs back</typeparam>
public class Trainer<TModel>
    where TModel : Module<Tensor, Tensor>
{
    private readonly Loss<Tensor, Tensor, Tensor> _criterion;
    private readonly Func<Tensor, Tensor, double>? _metric;
    private readonly optim.Optimizer _optimizer;

    public Trainer(TModel model, Loss<Tensor, Tensor, Tensor> criterion, double learningRate = 1e-3, Func<Tensor, Tensor, double>? metric = null)
    {
        Model = model;
        _criterion = criterion;
        _metric = metric;
        _optimizer = optim.Adam(model.parameters(), learningRate);
    }

    public TModel Model { get; }

    public IEnumerable<Report> Run(int epochs, IReadOnlyCollection<(Tensor X, Tensor Y)> data)
    {
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            double loss = 0, score = 0;
            foreach (var (x, y) in data)
            {
                var (l, s) = Step(x, y);
                loss += l;
                score += s;
            }

            yield return new Report(epoch, loss / data.Count, score / data.Count);
        }
    }

    protected virtual (double Loss, double Score) Step(Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        var output = Model.call(x);
        var loss = _criterion.call(output, y);
        _optimizer.zero_grad();
        loss.backward();
        _optimizer.step();
        return (loss.item<float>(), _metric?.Invoke(output, y) ?? 0);
    }
}
