using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

public static partial class Mnist
{
    internal sealed class Model : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv1 = Conv2d(1, 32, 3);
        private readonly Module<Tensor, Tensor> conv2 = Conv2d(32, 64, 3);
        private readonly Module<Tensor, Tensor> fc1 = Linear(9216, 128);
        private readonly Module<Tensor, Tensor> fc2 = Linear(128, 10);
        private readonly Module<Tensor, Tensor> pool1 = MaxPool2d(kernel_size: [2, 2]);
        private readonly Module<Tensor, Tensor> relu = ReLU();
        private readonly Module<Tensor, Tensor> dropout = Dropout(0.25);
        private readonly Module<Tensor, Tensor> flatten = Flatten();
        private readonly Module<Tensor, Tensor> logsm = LogSoftmax(1);

        public Model(string name, Device device = null)
            : base(name)
        {
            RegisterComponents();
            if (device != null && device.type != DeviceType.CPU)
            {
                this.to(device);
            }
        }

        public override Tensor forward(Tensor input)
        {
            var x = relu.call(conv1.call(input));
            x = relu.call(conv2.call(x));
            x = pool1.call(x);
            x = dropout.call(x);
            x = flatten.call(x);
            x = relu.call(fc1.call(x));
            return /*@tail LogProbabilities Softmax other-file*/ logsm.call(fc2.call(x));
        }
    }
}
