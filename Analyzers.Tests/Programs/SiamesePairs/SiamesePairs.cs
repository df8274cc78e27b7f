// Structure: dotnet/TorchSharpExamples, CSharpExamples/SiameseNetwork
using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Examples;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CSharpExamples;

public class SiamesePairs
{
    internal static void Run(int epochs, IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> test)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        var model = new SiameseModel("siamese", device);
        var optimizer = optim.Adadelta(model.parameters(), lr: 1.0);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.7);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Train(model, optimizer, device, train);
            Test(model, device, test);
            scheduler.step();
        }
    }

    private static (Tensor, Tensor, Tensor) CreatePairs(Tensor data, Tensor labels, int seed)
    {
        var random = new Random(seed);
        var (firsts, seconds, targets) = (new List<Tensor>(), new List<Tensor>(), new List<float>());
        for (int i = 0; i < (int)data.shape[0]; i++)
        {
            int j = random.Next((int)data.shape[0]);
            firsts.Add(data[i].unsqueeze(0));
            seconds.Add(data[j].unsqueeze(0));
            targets.Add(labels[i].item<long>() == labels[j].item<long>() ? 1.0f : 0.0f);
        }

        return (cat(firsts.ToArray(), dim: 0), cat(seconds.ToArray(), dim: 0), tensor(targets.ToArray()));
    }

    private static void Train(SiameseModel model, optim.Optimizer optimizer, Device device, IEnumerable<(Tensor, Tensor)> loader)
    {
        model.train();
        var criterion = /*@loss Probabilities Sigmoid other-file*/ BCELoss();
        int index = 0;
        foreach (var (data, labels) in loader)
        {
            using (var d = NewDisposeScope())
            {
                var (first, second, targets) = CreatePairs(data, labels, index++);
                targets = targets.to(device);
                optimizer.zero_grad();
                var outputs = model.forward(first, second).squeeze();
                var loss = criterion.forward(outputs, targets);
                loss.backward();
                optimizer.step();
            }
        }
    }

    private static void Test(SiameseModel model, Device device, IEnumerable<(Tensor, Tensor)> loader)
    {
        model.eval();
        double testLoss = 0;
        int correct = 0, total = 0, index = 10000;
        var criterion = /*@loss Probabilities Sigmoid other-file*/ BCELoss(reduction: Reduction.Sum);
        using (no_grad())
        {
            foreach (var (data, labels) in loader)
            {
                using (var d = NewDisposeScope())
                {
                    var (first, second, targets) = CreatePairs(data, labels, index++);
                    targets = targets.to(device);
                    var outputs = model.forward(first, second).squeeze();
                    testLoss += criterion.forward(outputs, targets).item<float>();
                    var predicted = where(outputs > 0.5, 1, 0);
                    correct += predicted.eq(targets.to_type(ScalarType.Int32).view_as(predicted)).sum().item<int>();
                    total += (int)targets.shape[0];
                }
            }
        }

        Console.WriteLine($"Average loss: {testLoss / total:F4}, accuracy: {correct}/{total} ({100.0 * correct / total:F0}%)");
    }
}
