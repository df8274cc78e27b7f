using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace StreetScenes;

public sealed record SceneTargets(Tensor Weather, Tensor Visible, Tensor Speed);

/// <summary>The losses of the tasks, weighted by how uncertain each of them is; the weights are learned too.</summary>
public sealed class SceneLoss : Module<(Tensor Weather, Tensor Visible, Tensor Speed), SceneTargets, Tensor>
{
    private readonly Loss<Tensor, Tensor, Tensor> _weather;
    private readonly Loss<Tensor, Tensor, Tensor> _visible;
    private readonly Loss<Tensor, Tensor, Tensor> _speed;
    private readonly Parameter _logVariances;

    public SceneLoss()
        : base("loss")
    {
        _weather = /*@loss Logits Softmax other-file*/ CrossEntropyLoss();
        _visible = /*@loss Logits Sigmoid other-file*/ BCEWithLogitsLoss();
        _speed = SmoothL1Loss();
        _logVariances = Parameter(zeros(3));
        RegisterComponents();
    }

    public override Tensor forward((Tensor Weather, Tensor Visible, Tensor Speed) heads, SceneTargets targets)
    {
        var (weather, visible, speed) = heads;
        var losses = stack([
            _weather.call(weather, targets.Weather),
            _visible.call(visible, targets.Visible),
            _speed.call(speed, targets.Speed),
        ]);
        return (losses * (-_logVariances).exp() + _logVariances).sum();
    }
}
