using System;
using System.Collections.Generic;
using System.IO;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Examples;

public static class Mnist
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
            return logsm.call(fc2.call(x));
        }
    }

    internal static void Run(int epochs, int timeout, string logdir, IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> test)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        using var model = new Model("model", device);
        using var optimizer = optim.Adam(model.parameters());
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.75);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Train(model, optimizer, NLLLoss(reduction: Reduction.Mean), train, epoch);
            Test(model, NLLLoss(reduction: Reduction.Sum), test);
            scheduler.step();
        }
    }

    private static void Train(Model model, optim.Optimizer optimizer, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor, Tensor)> data, int epoch)
    {
        model.train();
        var batch = 1;
        using (var scope = NewDisposeScope())
        {
            foreach (var (input, target) in data)
            {
                optimizer.zero_grad();
                var prediction = model.call(input);
                var output = loss.call(prediction, target);
                output.backward();
                optimizer.step();
                if (batch++ % 100 == 0)
                {
                    Console.WriteLine($"Train: epoch {epoch} loss {output.ToSingle():F4}");
                }

                scope.DisposeEverything();
            }
        }
    }

    private static void Test(Model model, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor, Tensor)> data)
    {
        model.eval();
        double testLoss = 0;
        var correct = 0;
        using (no_grad())
        {
            foreach (var (input, target) in data)
            {
                var prediction = model.call(input);
                testLoss += loss.call(prediction, target).ToSingle();
                correct += prediction.argmax(1).eq(target).sum().ToInt32();
            }
        }

        Console.WriteLine($"Test: {testLoss} {correct}");
    }
}
