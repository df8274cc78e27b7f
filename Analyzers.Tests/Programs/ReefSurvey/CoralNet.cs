using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ReefSurvey;

/// <summary>A network that was trained for something else, and shows its probabilities until it gets another head.</summary>
public sealed class CoralNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _features = Sequential(Conv2d(3, 8, 3), ReLU(), AdaptiveAvgPool2d(1), Flatten());
    private Module<Tensor, Tensor> _head = Sequential(Linear(8, 1000), Softmax(1));

    public CoralNet()
        : base("coral") => RegisterComponents();

    public override Tensor forward(Tensor image)
    {
        var features = _features.call(image);
        return _head.call(features);
    }

    public CoralNet Retarget(long species)
    {
        // A head that was replaced
        _head = Linear(8, species);
        return this;
    }
}
