// Structure: dotnet/TorchSharpExamples, CSharpExamples/CIFAR10
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal static class Cifar10
{
    private static readonly Loss<Tensor, Tensor, Tensor> s_loss = /*@loss Logits Softmax other-file*/ CrossEntropyLoss();

    public static void Train(AlexNet model, IEnumerable<(Tensor, Tensor)> loader)
    {
        var optimizer = optim.SGD(model.parameters(), 0.01);
        long total = 0;
        long correct = 0;
        foreach (var (data, target) in loader)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var prediction = model.call(data);
            var loss = s_loss.call(prediction, target);
            var alternative = /*@loss LogProbabilities Softmax same-expression*/ functional.nll_loss(functional.log_softmax(prediction, 1), target);
            loss.backward();
            optimizer.step();
            total += target.shape[0];
            correct += prediction.argmax(1).eq(target).sum().ToInt64();
            Console.WriteLine($"{loss.item<float>()} {alternative.item<float>()} {(float)correct / total}");
        }
    }

    public static Tensor Probabilities(AlexNet model, Tensor image)
    {
        using var _ = no_grad();
        var (values, classes) = functional.softmax(model.call(image), 1).topk(5);
        Console.WriteLine($"{values} {classes}");
        return values;
    }
}
