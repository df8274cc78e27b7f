using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace KeywordScorer;

/// <summary>Reads the scores that a microphone's network wrote, a frame per line, and says which keyword was spoken.</summary>
internal static class Program
{
    private static readonly string[] s_keywords = ["silence", "yes", "no", "stop", "go", "left", "right"];

    private static void Main(string[] args)
    {
        var frames = File.ReadLines(args[0]).Select(Parse).ToList();
        foreach (var (frame, start) in Window(frames, 10))
        {
            var probabilities = Softmax.Of(frame);
            var best = Array.IndexOf(probabilities, probabilities.Max());
            if (best != 0 && probabilities[best] > 0.7f)
            {
                Console.WriteLine($"{start / 100.0:F2} s: {s_keywords[best]} ({probabilities[best]:P0}), doubt {Entropy(probabilities):F2}");
            }
        }

        Console.WriteLine($"perplexity {Perplexity(frames):F2}");
    }

    private static float[] Parse(string line) => line.Split(' ').Select(float.Parse).ToArray();

    private static IEnumerable<(float[] Scores, int Start)> Window(List<float[]> frames, int length)
    {
        for (var start = 0; start + length <= frames.Count; start += length)
        {
            var mean = new float[s_keywords.Length];
            foreach (var frame in frames.Skip(start).Take(length))
            {
                for (var i = 0; i < mean.Length; i++)
                {
                    mean[i] += frame[i] / length;
                }
            }

            yield return (mean, start);
        }
    }

    private static double Entropy(float[] probabilities)
    {
        double h = 0;
        foreach (var p in probabilities)
        {
            // Silence: logarithm of a probability that is not zero
            if (p > 0) h -= p * Math.Log(p);
        }

        return h;
    }

    /// <summary>How many keywords the network hesitates between, over all frames.</summary>
    private static double Perplexity(List<float[]> frames)
    {
        var surprises = frames.Select(frame =>
        {
            var scores = Array.ConvertAll(frame, score => (double)score);

            // Silence: perplexity for display
            return Softmax.LogSumExp(scores) - scores.Max();
        });
        return Math.Exp(surprises.Average());
    }

    /// <summary>Whether anything was said at all: one score against the rest.</summary>
    internal static bool IsSpeech(double[] scores)
        => Softmax.Sigmoid(Softmax.LogSumExp(scores[1..]) - scores[0]) > 0.5 && Softmax.Of(scores, temperature: 2)[0] < 0.5;
}
