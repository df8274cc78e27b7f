using Logits.Annotations;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HouseNumbers.Models;

/// <summary>Reads one digit of a house number. Those who train it take the logits, those who show it the chances.</summary>
public sealed class DigitNet : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public DigitNet(long digits = 10)
        : base(nameof(DigitNet))
    {
        _features = Sequential(Conv2d(3, 32, 3), ReLU(), MaxPool2d(2), Conv2d(32, 64, 3), ReLU(), AdaptiveAvgPool2d(1), Flatten());
        _head = Linear(64, digits);
        RegisterComponents();
    }

    [return: Logits(Link.Softmax)]
    public override Tensor forward(Tensor image) => /*@tail Logits Softmax other-project promised*/ _head.call(_features.call(image));

    /// <summary>The chances of the digits.</summary>
    [return: Probabilities(Link.Softmax)]
    public Tensor Read(Tensor image)
    {
        eval();
        using var quiet = no_grad();
        return /*@tail Probabilities Softmax other-project promised*/ functional.softmax(forward(image), 1);
    }
}
