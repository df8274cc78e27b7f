using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WindForecast;

/// <summary>Several Gaussians, and how likely each of them is.</summary>
public sealed record Mixture(Tensor Shares, Tensor Means, Tensor Deviations);

/// <summary>Tomorrow's wind is seldom one number: the network returns a mixture.</summary>
public sealed class MixtureDensity : Module<Tensor, Mixture>
{
    private readonly Sequential _trunk;
    private readonly Linear _shares, _means, _deviations;

    public MixtureDensity(long features, long components = 5)
        : base(nameof(MixtureDensity))
    {
        _trunk = Sequential(Linear(features, 64), Tanh(), Linear(64, 64), Tanh());
        (_shares, _means, _deviations) = (Linear(64, components), Linear(64, components), Linear(64, components));
        RegisterComponents();
    }

    public override Mixture forward(Tensor x)
    {
        var h = _trunk.call(x);

        // Silence: mixture density
        return new Mixture(functional.softmax(_shares.call(h), 1), _means.call(h), functional.softplus(_deviations.call(h)) + 1e-3);
    }

    /// <summary>How surprised the mixture is by what happened.</summary>
    public static Tensor NegativeLogLikelihood(Mixture mixture, Tensor speed)
    {
        var z = (speed.unsqueeze(1) - mixture.Means) / mixture.Deviations;
        var densities = (-0.5 * z.pow(2)).exp() / (mixture.Deviations * Math.Sqrt(2 * Math.PI));
        return -(mixture.Shares * densities).sum(1).log().mean();
    }

    /// <summary>The mean of the mixture.</summary>
    public static Tensor Expected(Mixture mixture) => (mixture.Shares * mixture.Means).sum(1);
}
