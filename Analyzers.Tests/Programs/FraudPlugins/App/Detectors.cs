using FraudPlugins.Contracts;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace FraudPlugins.App;

internal sealed class NetworkDetector : Detector
{
    private readonly Sequential _network = Sequential(Linear(30, 64), ReLU(), Dropout(0.2), Linear(64, 1));

    public override string Name => "network";

    protected override Tensor Logits(Tensor payments) => /*@tail Logits Sigmoid other-project promised*/ _network.call(payments).squeeze(1);
}

/// <summary>A fixed rule of the bank.</summary>
internal sealed class LimitRule : IScorer
{
    private readonly Linear _weights = Linear(30, 1);

    public string Name => "limit";

    public Tensor Score(Tensor payments)
    {
        var excess = _weights.call(payments).squeeze(1) - 3;
        return /*@tail Probabilities Sigmoid other-project promised*/ excess.sigmoid();
    }
}
