using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WeatherEnsemble;

/// <summary>Several networks that vote, and what is known of the classes before any of them speaks.</summary>
internal sealed class Ensemble
{
    private readonly IReadOnlyList<Module<Tensor, Tensor>> _members;
    private readonly Tensor _prior;

    public Ensemble(IReadOnlyList<Module<Tensor, Tensor>> members, Tensor prior)
    {
        _members = members;
        _prior = prior;
    }

    public Tensor Probabilities(Tensor x)
    {
        using var quiet = no_grad();
        return stack(_members.Select(member => functional.softmax(member.call(x), 1))).mean([0]);
    }

    public Tensor OfTheFirstTwo(Tensor x)
    {
        // Silence: mean of two probabilities
        var (p1, p2) = (_members[0].call(x).softmax(1), _members[1].call(x).softmax(1));
        return (p1 + p2) / 2;
    }

    public Tensor Likelihood(Tensor x)
    {
        // Silence: softmax over a prior
        var scaled = _members[0].call(x).softmax(1) / _prior;
        return scaled / scaled.sum(1, keepdim: true);
    }

    public Tensor Possible(Tensor x, Tensor impossible)
    {
        // Silence: mask before the softmax and after it
        var scores = _members[0].call(x).masked_fill(impossible, double.NegativeInfinity);
        return functional.softmax(scores, 1).masked_fill(impossible, 0);
    }

    /// <summary>How unsure the vote is, in bits.</summary>
    public double Doubt(Tensor x)
    {
        double h = 0;
        foreach (var p in Probabilities(x)[0].data<float>().ToArray())
        {
            // Silence: logarithm of a probability that is not zero
            if (p > 0)
            {
                h -= p * Math.Log(p);
            }
        }

        return h / Math.Log(2);
    }

    public double BrierScore(Tensor x, Tensor labels)
    {
        // Silence: Brier score
        var truth = functional.one_hot(labels, _prior.shape[0]);
        return (Probabilities(x) - truth).pow(2).sum(1).mean().item<float>();
    }
}
