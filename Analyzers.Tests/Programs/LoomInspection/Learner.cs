using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace LoomInspection;

/// <summary>Learns, once it was told what and by which loss.</summary>
public sealed class Learner
{
    private nn.Module<Tensor, Tensor>? _model;
    private nn.Module<Tensor, Tensor, Tensor>? _criterion;
    private optim.Optimizer? _optimizer;
    private Tensor? _output;

    public Learner Of(nn.Module<Tensor, Tensor> model)
    {
        _model = model;
        _optimizer = optim.Adam(model.parameters());
        return this;
    }

    public Learner Minimising(nn.Module<Tensor, Tensor, Tensor> criterion)
    {
        _criterion = criterion;
        return this;
    }

    public double Fit(IEnumerable<(Tensor Image, Tensor Flaw)> images) => images.Select(image => Step(image.Image, image.Flaw)).Average();

    private double Step(Tensor image, Tensor flaw)
    {
        using var scope = NewDisposeScope();
        _optimizer!.zero_grad();
        Forward(image);
        return Backward(flaw);
    }

    private void Forward(Tensor image) => _output = _model!.call(image);

    private double Backward(Tensor flaw)
    {
        var loss = _criterion!.call(_output!, flaw);
        loss.backward();
        _optimizer!.step();
        return loss.item<float>();
    }
}

/// <summary>Puts an experiment together.</summary>
public sealed class ExperimentBuilder
{
    private nn.Module<Tensor, Tensor>? _network;
    private nn.Module<Tensor, Tensor, Tensor>? _loss;
    private int _epochs = 1;

    public ExperimentBuilder Layers(params nn.Module<Tensor, Tensor>[] layers)
    {
        _network = nn.Sequential(layers);
        return this;
    }

    public ExperimentBuilder Loss(nn.Module<Tensor, Tensor, Tensor> loss)
    {
        _loss = loss;
        return this;
    }

    public ExperimentBuilder Epochs(int epochs)
    {
        _epochs = epochs;
        return this;
    }

    public Experiment Build() => new(_network!, _loss ?? nn.CrossEntropyLoss(), _epochs);
}

/// <summary>A network, its loss, and how often all images are shown.</summary>
public sealed record Experiment(nn.Module<Tensor, Tensor> Network, nn.Module<Tensor, Tensor, Tensor> Loss, int Epochs)
{
    public Tensor Run(Tensor images, Tensor flaws)
    {
        var last = zeros(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            last = Loss.call(Network.call(images), flaws);
            last.backward();
        }

        return last;
    }
}
