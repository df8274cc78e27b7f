using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ChordTagger;

/// <summary>A GRU step written out.</summary>
internal sealed class MelodyCell : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear _gates;
    private readonly Linear _candidate;

    public MelodyCell(long inputs, long hidden)
        : base(nameof(MelodyCell))
    {
        _gates = Linear(inputs + hidden, 2 * hidden);
        _candidate = Linear(inputs + hidden, hidden);
        RegisterComponents();
    }

    public override Tensor forward(Tensor note, Tensor memory)
    {
        // Silence: gates of a GRU
        var gates = sigmoid(_gates.call(cat([note, memory], 1))).chunk(2, 1);
        var (reset, update) = (gates[0], gates[1]);
        var candidate = tanh(_candidate.call(cat([note, reset * memory], 1)));
        return update * memory + (1 - update) * candidate;
    }
}
