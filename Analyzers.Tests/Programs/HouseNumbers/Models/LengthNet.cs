using Logits.Annotations;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HouseNumbers.Models;

/// <summary>Tells of how many digits a house number is: the logarithms of the chances, which add up over the digits.</summary>
public sealed class LengthNet : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(3072, 64);
    private readonly Linear _lengths = Linear(64, 6);

    public LengthNet()
        : base(nameof(LengthNet)) => RegisterComponents();

    [return: LogProbabilities(Link.Softmax)]
    public override Tensor forward(Tensor image)
    {
        var hidden = functional.relu(_hidden.call(image.flatten(1)));
        return /*@tail LogProbabilities Softmax other-project promised*/ functional.log_softmax(_lengths.call(hidden), 1);
    }
}
