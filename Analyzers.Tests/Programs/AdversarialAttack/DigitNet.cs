using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples.Robustness;

public sealed class DigitNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> conv1 = Conv2d(1, 32, 3);
    private readonly Module<Tensor, Tensor> conv2 = Conv2d(32, 64, 3);
    private readonly Module<Tensor, Tensor> pool = MaxPool2d(2);
    private readonly Module<Tensor, Tensor> fc1 = Linear(9216, 128);
    private readonly Module<Tensor, Tensor> fc2 = Linear(128, 10);
    private readonly Module<Tensor, Tensor> dropout1 = Dropout(0.25);
    private readonly Module<Tensor, Tensor> dropout2 = Dropout(0.5);
    private readonly Module<Tensor, Tensor> flatten = Flatten();

    public DigitNet(string name, Device device = null)
        : base(name)
    {
        RegisterComponents();
        if (device != null && device.type == DeviceType.CUDA)
        {
            this.to(device);
        }
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var h = functional.relu(conv1.forward(input));
        h = functional.relu(conv2.forward(h));
        h = flatten.forward(dropout1.forward(pool.forward(h)));
        h = dropout2.forward(functional.relu(fc1.forward(h)));
        h = /*@tail LogProbabilities Softmax other-file*/ functional.log_softmax(fc2.forward(h), 1);
        return h.MoveToOuterDisposeScope();
    }
}
