using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WeatherEnsemble;

/// <summary>A network with an output that the caller may want as probabilities.</summary>
internal sealed class Member : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _classes;
    private readonly Func<Tensor, Tensor> _activation;
    private readonly bool _applySoftmax;

    public Member(int classes, Func<Tensor, Tensor> activation, bool applySoftmax = false)
        : base(nameof(Member))
    {
        _hidden = Linear(24, 64);
        _classes = Linear(64, classes);
        _activation = activation;
        _applySoftmax = applySoftmax;
        RegisterComponents();
    }

    public override Tensor forward(Tensor weather)
    {
        var x = _activation(_hidden.call(weather));
        x = /*@tail Logits Softmax other-file*/ _classes.call(x);

        // Silence: softmax on one branch alone
        if (_applySoftmax)
        {
            x = functional.softmax(x, 1);
        }

        return x;
    }
}
