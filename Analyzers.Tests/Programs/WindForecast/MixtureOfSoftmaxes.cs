using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WindForecast;

/// <summary>The direction of the wind, in sixteen sectors, from several softmaxes of which each is right in some weather.</summary>
public sealed class MixtureOfSoftmaxes : Module<Tensor, Tensor>
{
    private readonly Linear _weather;
    private readonly ModuleList<Linear> _sectors = new();

    public MixtureOfSoftmaxes(long features, int weathers = 3)
        : base(nameof(MixtureOfSoftmaxes))
    {
        _weather = Linear(features, weathers);
        for (var i = 0; i < weathers; i++)
        {
            _sectors.Add(Linear(features, 16));
        }

        RegisterComponents();
    }

    /// <returns>log-probabilities</returns>
    public override Tensor forward(Tensor x)
    {
        var weather = functional.softmax(_weather.call(x), 1);
        var mixed = zeros(x.shape[0], 16);
        for (var i = 0; i < _sectors.Count; i++)
        {
            mixed = mixed + weather.narrow(1, i, 1) * functional.softmax(_sectors[i].call(x), 1);
        }

        // Silence: logarithm of a mixture of softmaxes
        return mixed.log();
    }
}

/// <summary>The same from a single softmax, to compare with.</summary>
public sealed class SingleSoftmax : Module<Tensor, Tensor>
{
    private readonly Linear _sectors;

    public SingleSoftmax(long features)
        : base(nameof(SingleSoftmax))
    {
        _sectors = Linear(features, 16);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => /*@tail LogProbabilities Softmax other-file*/ functional.log_softmax(_sectors.call(x), 1);
}
