using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Examples;

/// <summary>The chance that two images are of the same class.</summary>
public sealed class SiameseModel : Module<Tensor, Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder;
    private readonly Module<Tensor, Tensor> comparison;
    private readonly Module<Tensor, Tensor> sigmoid;

    public SiameseModel(string name, Device device = null)
        : base(name)
    {
        encoder = Sequential(
            ("conv1", Conv2d(1, 32, 3)),
            ("relu1", ReLU()),
            ("pool1", MaxPool2d(2)),
            ("conv2", Conv2d(32, 64, 3)),
            ("relu2", ReLU()),
            ("pool2", AdaptiveAvgPool2d(4)),
            ("flatten", Flatten()));
        comparison = Sequential(
            ("fc1", Linear(2 * 64 * 4 * 4, 256)),
            ("relu", ReLU()),
            ("fc2", Linear(256, 1)));
        sigmoid = Sigmoid();
        RegisterComponents();
        if (device is { type: DeviceType.CUDA })
            this.to(device);
    }

    public override Tensor forward(Tensor first, Tensor second)
    {
        var both = cat(new[] { encoder.forward(first), encoder.forward(second) }, dim: 1);
        return /*@tail Probabilities Sigmoid other-file*/ sigmoid.forward(comparison.forward(both));
    }
}
