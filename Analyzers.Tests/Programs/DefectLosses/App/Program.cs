using System;
using DefectLosses.App;
using DefectLosses.Losses;
using TorchSharp;
using static TorchSharp.torch;

var inspector = new Inspector();
var optimizer = optim.Adam(inspector.parameters(), 1e-3);
for (var step = 0; step < 1000; step++)
{
    using var scope = NewDisposeScope();
    var (sheet, defects, grade) = (rand(8, 1, 64, 64), rand(8, 1, 64, 64).round(), randint(4, [8]));
    var (mask, grades) = inspector.call(sheet);
    var pixels = SegmentationLosses.Focal(mask, defects);
    var chances = /*@tail Probabilities Sigmoid other-project*/ mask.sigmoid();
    var area = SegmentationLosses.Dice(chances, defects);
    var severity = /*@loss LogProbabilities Softmax other-project*/ GradeLosses.Ordinal(grades, grade);
    var loss = pixels + area + severity;
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    Console.WriteLine($"{step}: pixels {pixels.item<float>():F4}, area {area.item<float>():F4}, severity {severity.item<float>():F4}");
}
