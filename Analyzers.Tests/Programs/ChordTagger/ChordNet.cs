using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ChordTagger;

/// <summary>The chord under every note of a melody: a guess by the note alone, corrected by what was heard before.</summary>
internal sealed class ChordNet : Module<Tensor, Tensor>
{
    private readonly MelodyCell _cell;
    private readonly Linear _byNote;
    private readonly Linear _byMemory;
    private readonly long _hidden;

    public ChordNet(long notes, long hidden, long chords)
        : base(nameof(ChordNet))
    {
        _hidden = hidden;
        _cell = new MelodyCell(notes, hidden);
        _byNote = Linear(notes, chords);
        _byMemory = Linear(hidden, chords);
        RegisterComponents();
    }

    /// <param name="melody">time first, then batch, then notes</param>
    public override Tensor forward(Tensor melody)
    {
        var memory = zeros(melody.shape[1], _hidden);
        var chords = new List<Tensor>();
        foreach (var note in Enumerable.Range(0, (int)melody.shape[0]).Select(time => melody[time]))
        {
            memory = _cell.call(note, memory);

            // Silence: residual scores added
            var scores = _byNote.call(note);
            scores = scores + _byMemory.call(memory);
            chords.Add(scores);
        }

        return /*@tail Logits Softmax other-file*/ cat(chords, 0);
    }
}
