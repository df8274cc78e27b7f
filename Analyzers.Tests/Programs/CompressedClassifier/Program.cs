using System;
using System.Collections.Generic;
using CompressedClassifier;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var teacher = Networks.Create("wide", classes: 10);
var student = Networks.Create("narrow", classes: 10);

Teach(teacher, /*@loss Logits Softmax two-helpers*/ CrossEntropyLoss(), Batches(200));
var distiller = new Distiller(teacher, student, new DistillationOptions(Temperature: 2));
distiller.Fit(Batches(400));
using (var loss = distiller.FromUnlabelled(rand(32, 1, 28, 28)))
{
    Console.WriteLine($"unlabelled {loss.item<float>():F4}");
}

static void Teach(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> criterion, IEnumerable<(Tensor, Tensor)> batches)
{
    using var optimizer = optim.Adam(model.parameters());
    foreach (var (images, labels) in batches)
    {
        optimizer.zero_grad();
        var loss = criterion.call(model.call(images), labels);
        loss.backward();
        optimizer.step();
    }
}

static IEnumerable<(Tensor Images, Tensor Labels)> Batches(int count)
{
    for (var i = 0; i < count; i++)
    {
        yield return (rand(32, 1, 28, 28), randint(10, [32]));
    }
}
