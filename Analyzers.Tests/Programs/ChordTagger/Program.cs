using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ChordTagger;

internal static class Program
{
    private const int Chords = 24;

    private static void Main()
    {
        var net = new ChordNet(notes: 12, hidden: 48, Chords);
        using var optimizer = optim.Adam(net.parameters());
        for (var song = 0; song < 500; song++)
        {
            using var scope = NewDisposeScope();
            var (melody, chords) = (rand(64, 1, 12), randint(Chords, [64]));
            optimizer.zero_grad();
            var loss = /*@loss Logits Softmax other-file*/ functional.cross_entropy(net.call(melody), chords);
            loss.backward();
            optimizer.step();
        }

        using var quiet = no_grad();
        Show(net.call(rand(64, 1, 12)));
    }

    /// <summary>A table with a line a chord and a column a note, as musicians read it.</summary>
    private static void Show(Tensor scores)
    {
        var table = scores.t();

        // Silence: softmax along a first axis of classes
        var chances = functional.softmax(table, 0);

        // Silence: softmax of what was shifted here
        var weights = (table - table.amax([0], keepdim: true)).exp();
        var same = weights / weights.sum(0, keepdim: true);
        for (var chord = 0; chord < Chords; chord++)
        {
            Console.WriteLine($"{chord,2}: {chances[chord].mean().item<float>():P1} {same[chord].amax(0).item<float>():P1}");
        }
    }
}
