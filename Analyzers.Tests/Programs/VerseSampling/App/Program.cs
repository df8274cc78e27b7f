using System;
using System.Text;
using TorchSharp;
using VerseSampling.App;
using VerseSampling.Decoding;
using VerseSampling.Models;
using static TorchSharp.torch;

const string Alphabet = "\n abcdefghijklmnopqrstuvwxyz,.;:!?";

var model = new VerseModel(Alphabet.Length);
var sampler = new Sampler(temperature: 0.8, candidates: 10);
var verse = zeros(1, 1, dtype: ScalarType.Int64);
var text = new StringBuilder();
for (var i = 0; i < 200; i++)
{
    var scores = /*@tail Logits Softmax other-project*/ model.Next(verse);
    var chances = sampler.Chances(scores);
    var letter = Sampler.Draw(chances);
    text.Append(Alphabet[(int)letter]);
    verse = cat([verse, full(1, 1, letter, dtype: ScalarType.Int64)], 1);
}

Console.WriteLine(text);
Console.WriteLine($"a verse of the reader's own: {Reading.Surprise(model, randint(Alphabet.Length, [1, 40])):F2} nats a letter");
Console.WriteLine($"at random: {Reading.AtRandom(model, verse)}");
