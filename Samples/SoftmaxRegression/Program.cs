// Teaches one linear layer to read digits, shows how sure of itself it becomes by learning its few examples by heart, and mends that.
// Writes loss.svg, before.svg and after.svg into the folder of the first argument.
using System;
using System.Collections.Generic;
using System.IO;
using Logits;
using Logits.Calibration;
using Logits.Sampling;

const int Epochs = 100;
const int BatchSize = 20;
const float LearningRate = 0.3f;

var folder = args.Length > 0 ? args[0] : Path.Combine("artifacts", "softmax-regression");
Directory.CreateDirectory(folder);
var random = new Xoshiro256(seed: 1);
var (training, validation, test) = (new Digits(500, random), new Digits(1000, random), new Digits(4000, random));
var model = new SoftmaxRegression(new ModelId("digits"));

var trainingLosses = new List<double>();
var validationLosses = new List<double>();
var order = new int[training.Count];
for (var i = 0; i < order.Length; i++)
    order[i] = i;
for (var epoch = 1; epoch <= Epochs; epoch++)
{
    Shuffle(order);
    var sum = 0.0;
    for (var first = 0; first < order.Length; first += BatchSize)
        sum += model.Step(training, order.AsSpan(first, BatchSize), LearningRate);
    trainingLosses.Add(sum / (order.Length / BatchSize));

    var logits = model.Predict(validation);
    validationLosses.Add(Loss.CrossEntropy(logits, validation.Labels));
    if (epoch == 1 || epoch % 20 == 0)
        Console.WriteLine($"epoch {epoch,3}   {Bar(epoch)}   training loss {trainingLosses[^1]:0.000}   validation loss {validationLosses[^1]:0.000}   accuracy {logits.ArgMax().Agreement(validation.Labels):0.0 %}");
}

var scaling = TemperatureScaling.Fit(model.Predict(validation), validation.Labels);
var testLogits = model.Predict(test);
Console.WriteLine($"test accuracy {testLogits.ArgMax().Agreement(test.Labels):0.0 %}, temperature {scaling.Temperature:0.00}");
Report("before", "As trained", testLogits.Softmax());
Report("after", "With temperature scaling", scaling.Apply(testLogits));
File.WriteAllText(Path.Combine(folder, "loss.svg"), LossCurve.Draw(("training", "#3b82f6", trainingLosses), ("validation", "#f97316", validationLosses)));
Console.WriteLine($"Pictures: {Path.GetFullPath(folder)}");

void Report(string file, string title, Probabilities<float> probabilities)
{
    var diagram = ReliabilityDiagram.Of(probabilities, test.Labels);
    Console.WriteLine($"{title,-25} expected calibration error {diagram.ExpectedCalibrationError:0.0 %}, Brier score {BrierScore.Of(probabilities, test.Labels):0.000}, loss {Loss.CrossEntropy(probabilities.ToLogits(), test.Labels):0.000}");
    File.WriteAllText(Path.Combine(folder, file + ".svg"), diagram.ToSvg(title));
}

void Shuffle(int[] items)
{
    for (var i = items.Length - 1; i > 0; i--)
    {
        var other = (int)((i + 1) * random.NextDouble());
        (items[i], items[other]) = (items[other], items[i]);
    }
}

string Bar(int epoch) => new string('#', 20 * epoch / Epochs).PadRight(20, '.');
