// What becomes of the outputs of ONNX models after the session has run: first as it is often written, then with the runtime.
// The outputs are made here, as flat arrays of floats like those of ONNX Runtime, so that nothing needs to be downloaded.
using System;
using System.Linq;
using Logits;
using Logits.Calibration;

string[] animals = ["cat", "dog", "bird", "fish"];

Console.WriteLine("1. Large logits, of a model that was exported in half precision");
float[] large = [95.5f, 93f, 60f, 12f];
Console.WriteLine($"   naive:   {Percent(Naive.Softmax(large))}");
Console.WriteLine($"   runtime: {Percent(new Logits<float>(large, 4).Softmax()[0].Values)}");

Console.WriteLine("2. A model of 21,841 classes whose last layer is a softmax already");
var sure = Outputs.Sure(classes: 21_841, @class: 7, probability: 0.93f);
Console.WriteLine($"   naive:   class 7 has {Naive.Softmax(sure)[7]:0.0 %}");
var probabilities = Probabilities<float>.Create(sure, 21_841); // probabilities.Softmax() would not compile
Console.WriteLine($"   runtime: class 7 has {probabilities[0, 7]:0.0 %}");
try
{
    Probabilities<float>.Create(large, 4);
}
catch (ArgumentException error)
{
    Console.WriteLine($"   and logits taken for probabilities: {error.Message}");
}

Console.WriteLine("3. Which of two models to believe, photo by photo");
var loud = Outputs.Model(new ModelId("loud.onnx"), accuracy: 0.6, scale: 12, seed: 1);
var quiet = Outputs.Model(new ModelId("quiet.onnx"), accuracy: 0.9, scale: 1.5, seed: 2);
var naive = Enumerable.Range(0, Outputs.Photos).Count(r => Right(Naive.Surer(loud.Test[r].Values, quiet.Test[r].Values) == 0 ? loud : quiet, r));
Console.WriteLine($"   naive:   the model with the higher logit is right about {(double)naive / Outputs.Photos:0.0 %} of the photos");
try
{
    Logits<float>.Average(loud.Test, quiet.Test);
}
catch (ArgumentException error)
{
    Console.WriteLine($"   runtime: {error.Message}");
}

// The temperatures are fitted on photos with labels, and used on others.
var loudScaling = TemperatureScaling.Fit(loud.Validation, loud.ValidationLabels);
var quietScaling = TemperatureScaling.Fit(quiet.Validation, quiet.ValidationLabels);
var (left, right) = (loudScaling.Apply(loud.Test), quietScaling.Apply(quiet.Test));
var surest = Probabilities<float>.MostConfident(left, right);
var calibrated = Enumerable.Range(0, Outputs.Photos).Count(r => Right(surest[r] == 0 ? loud : quiet, r));
Console.WriteLine($"   runtime: temperatures {loudScaling.Temperature:0.0} and {quietScaling.Temperature:0.0};"
    + $" the surer model is right about {(double)calibrated / Outputs.Photos:0.0 %}, their mean about {Probabilities<float>.Average(left, right).ArgMax().Agreement(loud.TestLabels):0.0 %}");
return 0;

bool Right(ModelOutputs model, int photo) => model.Test[photo].ArgMax() == model.TestLabels[photo];

string Percent(ReadOnlySpan<float> numbers)
{
    var text = "";
    for (var i = 0; i < numbers.Length; i++)
        text += $"{animals[i]} {numbers[i]:0.0 %}  ";
    return text.TrimEnd();
}
