using System;
using System.Linq;
using LoomInspection;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

var images = Enumerable.Range(0, 20).Select(_ => (rand(8, 256), randint(6, [8]))).ToList();

var learner = new Learner();
learner.Of(Sequential(Linear(256, 32), ReLU(), /*@tail-layer Logits Softmax other-file*/ Linear(32, 6)));
learner.Minimising(/*@loss Logits Softmax other-file*/ CrossEntropyLoss());
Console.WriteLine($"kinds of flaws: {learner.Fit(images):F3}");

// Another object of the same class has another model and another loss
var normalised = new Learner().Of(Sequential(Linear(256, 6), /*@tail-layer LogProbabilities Softmax other-file*/ LogSoftmax(1))).Minimising(/*@loss LogProbabilities Softmax other-file*/ NLLLoss());
Console.WriteLine($"kinds of flaws, normalised: {normalised.Fit(images):F3}");

var experiment = new ExperimentBuilder()
    .Layers(Linear(256, 16), Tanh(), Linear(16, 1), /*@tail-layer Probabilities Sigmoid other-file*/ Sigmoid())
    .Loss(/*@loss Probabilities Sigmoid other-file*/ BCELoss())
    .Epochs(10)
    .Build();
Console.WriteLine($"flawed or not: {experiment.Run(rand(8, 256), rand(8, 1).round()).item<float>():F3}");

// What was set last counts
var again = new Learner().Of(Linear(256, 6)).Minimising(NLLLoss());
again.Minimising(CrossEntropyLoss());
Console.WriteLine(again.Fit(images));
