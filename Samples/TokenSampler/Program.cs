// Draws tokens from a vocabulary of 150,000, as large as those of today's language models, in every way that the runtime knows.
using System;
using System.Diagnostics;
using System.Linq;
using Logits;
using Logits.Sampling;

const int Vocabulary = 150_000;
var values = new float[Vocabulary];
var random = new Xoshiro256(seed: 2026);
for (var i = 0; i < values.Length; i++)
    values[i] = (float)random.NextGumbel();

// Some tokens that must never be drawn, as a grammar or a filter would have it.
for (var i = 0; i < values.Length; i += 1000)
    values[i] = float.NegativeInfinity;
var logits = new Logits<float>(values, Vocabulary, new ModelId("a language model"));

(string Name, SamplingOptions Options)[] ways =
[
    ("everything", new()),
    ("temperature 0", new() { Temperature = 0 }),
    ("temperature 0.7", new() { Temperature = 0.7 }),
    ("top-k 40", new() { TopK = 40 }),
    ("top-p 0.9", new() { TopP = 0.9 }),
    ("min-p 0.05", new() { MinP = 0.05 }),
    ("0.7, top-k 200, top-p 0.95", new() { Temperature = 0.7, TopK = 200, TopP = 0.95 }),
    ("top-p 0.9, no repetition", new() { TopP = 0.9, RepetitionPenalty = 1.3 }),
];

Console.WriteLine($"{"",-28}{"tokens kept",12}{"likeliest",12}{"ms a token",12}   drawn with seed 7");
foreach (var (name, options) in ways)
{
    var sampler = new TokenSampler(options, seed: 7);
    var candidates = sampler.Candidates(logits[0]);
    var (kept, likeliest) = (candidates.Length, 0.0);
    foreach (var candidate in candidates)
        likeliest = Math.Max(likeliest, candidate.Probability);

    // What was drawn before counts against being drawn again, where there is a penalty.
    var drawn = new int[6];
    for (var i = 0; i < drawn.Length; i++)
        drawn[i] = sampler.Sample(logits[0], drawn.AsSpan(0, i));

    const int Repetitions = 20;
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < Repetitions; i++)
        sampler.Sample(logits[0]);
    Console.WriteLine($"{name,-28}{kept,12:N0}{likeliest,12:0.00 %}{watch.Elapsed.TotalMilliseconds / Repetitions,12:0.00}   {string.Join(' ', drawn)}");
}

var beams = new int[4];
GumbelMax.SampleWithoutReplacement(logits[0], new Xoshiro256(7), beams);
Console.WriteLine($"Four different tokens by Gumbel noise: {string.Join(' ', beams)}");

values[3] = float.NaN;
try
{
    new TokenSampler(new(), seed: 7).Sample(logits[0]);
}
catch (ArgumentException error)
{
    Console.WriteLine($"A NaN from a broken model: {error.Message}");
}
