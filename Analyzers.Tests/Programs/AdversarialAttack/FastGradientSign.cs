// Structure: dotnet/TorchSharpExamples, CSharpExamples/AdversarialExampleGeneration
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples.Robustness;

/// <summary>How much of a trained digit classifier's accuracy is left after a step along the sign of the gradient.</summary>
public static class FastGradientSign
{
    private static readonly double[] s_epsilons = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

    public static void Run(int epochs, string weights, IReadOnlyCollection<(Tensor, Tensor)> train, IReadOnlyCollection<(Tensor, Tensor)> test)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        random.manual_seed(1);
        using var model = new DigitNet("digits", device);
        if (!System.IO.File.Exists(weights))
        {
            Pretrain(epochs, model, train);
            model.save(weights);
        }
        else
        {
            model.load(weights);
        }

        model.to(device);
        model.eval();
        foreach (var epsilon in s_epsilons)
        {
            var accuracy = Attacked(model, /*@loss LogProbabilities Softmax helper*/ NLLLoss(), epsilon, test);
            Console.WriteLine($"Epsilon: {epsilon:F2}, accuracy: {accuracy:P2}");
        }
    }

    private static void Pretrain(int epochs, DigitNet model, IEnumerable<(Tensor, Tensor)> data)
    {
        var optimizer = optim.Adam(model.parameters());
        model.train();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            foreach (var (images, labels) in data)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = /*@loss LogProbabilities Softmax other-file*/ functional.nll_loss(model.forward(images), labels);
                loss.backward();
                optimizer.step();
            }
        }
    }

    private static Tensor Perturb(Tensor image, double epsilon, Tensor gradient)
    {
        using var sign = gradient.sign();
        return (image + epsilon * sign).clamp(0.0, 1.0);
    }

    private static double Attacked(DigitNet model, Loss<Tensor, Tensor, Tensor> criterion, double epsilon, IReadOnlyCollection<(Tensor, Tensor)> loader)
    {
        var correct = 0;
        long seen = 0;
        foreach (var (data, target) in loader)
        {
            using (NewDisposeScope())
            {
                data.requires_grad = true;
                using (var output = model.forward(data))
                using (var loss = criterion.forward(output, target))
                {
                    model.zero_grad();
                    loss.backward();
                    using var final = model.forward(Perturb(data, epsilon, data.grad));
                    correct += final.argmax(1).eq(target).sum().ToInt32();
                    seen += target.shape[0];
                }
            }
        }

        return (double)correct / seen;
    }
}
