using System;
using System.Linq;
using HouseNumbers.App;
using HouseNumbers.Models;
using TorchSharp;
using static TorchSharp.torch;

var digits = new DigitNet();
var lengths = new LengthNet();
var data = Enumerable.Range(0, 100).Select(_ => (Image: rand(16, 3, 32, 32), Digit: randint(10, [16]), Length: randint(6, [16]))).ToList();

Training.OfDigits(digits, data.Select(sample => (sample.Image, sample.Digit)));
Training.OfLengths(lengths, data.Select(sample => (sample.Image, sample.Length)));

// Silence: softmax for display
foreach (var (chance, digit) in digits.Read(data[0].Image).select(0, 0).data<float>().ToArray().Select((chance, digit) => (chance, digit)))
{
    Console.WriteLine(chance > 0.5f ? $"{digit}: {chance:P1}, surely" : $"{digit}: {chance:P1}");
}
