using System;
using System.Linq;
using HarvestRobot;
using TorchSharp;
using static TorchSharp.torch;

var grader = new RipenessGrader();
for (var i = 0; i < 100; i++)
{
    Console.WriteLine($"ripeness: loss {grader.Learn(rand(16, 3, 32, 32), randint(5, [16])):F4}");
}

var tagger = new SpeciesTagger(species: 12);
tagger.Fit([.. Enumerable.Range(0, 30).Select(_ => (rand(8, 3, 32, 32), randint(12, [8])))], epochs: 5);

using var finder = new FruitFinder();
var loss = finder.Loss(rand(32, 1, 32, 32), rand(32).round());
loss.backward();
if (finder.IsPresent(rand(1, 1, 32, 32)))
{
    Console.WriteLine($"a fruit of grade {grader.Grade(rand(3, 32, 32))}");
}
