using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal sealed class AlexNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> features;
    private readonly Module<Tensor, Tensor> avgPool;
    private readonly Module<Tensor, Tensor> classifier;

    public AlexNet(string name, int numClasses)
        : base(name)
    {
        features = Sequential(
            ("c1", Conv2d(3, 64, kernel_size: 3, stride: 2, padding: 1)),
            ("r1", ReLU(inplace: true)),
            ("mp1", MaxPool2d(kernel_size: [2, 2])),
            ("c2", Conv2d(64, 192, kernel_size: 3, padding: 1)),
            ("r2", ReLU(inplace: true)));
        avgPool = AdaptiveAvgPool2d([2, 2]);
        classifier = Sequential(
            ("d1", Dropout()),
            ("l1", Linear(192 * 2 * 2, 4096)),
            ("r1", ReLU(inplace: true)),
            ("d2", Dropout()),
            ("l3", Linear(4096, numClasses)));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var f = features.call(input);
        var avg = avgPool.call(f);
        using (var x = avg.view([avg.shape[0], 192 * 2 * 2]))
        {
            return classifier.call(x);
        }
    }
}

internal static class Cifar10
{
    private static readonly Loss<Tensor, Tensor, Tensor> s_loss = CrossEntropyLoss();

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
            var alternative = functional.nll_loss(functional.log_softmax(prediction, 1), target);
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
