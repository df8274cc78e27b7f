using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ReviewSentiment;

/// <summary>An LSTM step written out: what to forget, what to write, what to show.</summary>
internal sealed class PeepholeCell : Module<Tensor, (Tensor h, Tensor c), (Tensor h, Tensor c)>
{
    private readonly Linear gates;
    private readonly Parameter peephole;

    public PeepholeCell(long inputs, long hidden)
        : base("cell")
    {
        gates = Linear(inputs + hidden, 4 * hidden);
        peephole = Parameter(zeros(hidden));
        RegisterComponents();
    }

    public override (Tensor h, Tensor c) forward(Tensor x, (Tensor h, Tensor c) state)
    {
        // Silence: gates of an LSTM
        var parts = gates.call(cat([x, state.h], 1)).chunk(4, 1);
        var forget = sigmoid(parts[0] + peephole * state.c);
        var write = sigmoid(parts[1] + peephole * state.c);
        var c = forget * state.c + write * tanh(parts[2]);
        return (sigmoid(parts[3]) * tanh(c), c);
    }
}

/// <summary>Half of the features decide how much of the other half passes.</summary>
internal sealed class GatedLinear : Module<Tensor, Tensor>
{
    private readonly Linear both;

    public GatedLinear(long inputs, long outputs)
        : base("glu")
    {
        both = Linear(inputs, outputs * 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        // Silence: gated linear unit
        var halves = both.call(x).chunk(2, -1);
        return halves[0] * halves[1].sigmoid();
    }
}
