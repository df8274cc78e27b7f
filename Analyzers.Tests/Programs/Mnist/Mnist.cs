// Structure: dotnet/TorchSharpExamples, CSharpExamples/MNIST
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

public static partial class Mnist
{
    internal static void Run(int epochs, int timeout, string logdir, IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> test)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        using var model = new Model("model", device);
        using var optimizer = optim.Adam(model.parameters());
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.75);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Train(model, optimizer, /*@loss LogProbabilities Softmax helper*/ NLLLoss(reduction: Reduction.Mean), train, epoch);
            Test(model, /*@loss LogProbabilities Softmax helper*/ NLLLoss(reduction: Reduction.Sum), test);
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
