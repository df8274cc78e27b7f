using System;
using System.Collections.Generic;
using NoisyLabels;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var data = new List<(Tensor X, Tensor Y)>();
for (var i = 0; i < 100; i++)
{
    data.Add((rand(64, 32), randint(10, [64])));
}

var plain = new Experiment(Network()).Train(data);
Console.WriteLine(string.Join(", ", plain.Suspects(data[0].X, data[0].Y, count: 5)));

foreach (var name in args.Length > 0 ? args : [Losses.CrossEntropy, Losses.Smoothed, Losses.Generalised, Losses.Brier, Losses.Confident])
{
    var robust = new Experiment(Network(), Losses.Of(name)).Train(data);
    Console.WriteLine($"{name}: " + string.Join(", ", robust.Suspects(data[0].X, data[0].Y, count: 5)));
}

static Module<Tensor, Tensor> Network()
{
    return Sequential(
        Linear(32, 128),
        BatchNorm1d(128),
        ReLU(),
        /*@tail-layer Logits Softmax other-file*/ Linear(128, 10));
}
