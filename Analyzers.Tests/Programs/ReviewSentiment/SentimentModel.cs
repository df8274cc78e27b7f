using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ReviewSentiment;

/// <summary>From words to one of five stars; which words decided is told too.</summary>
internal sealed class SentimentModel : Module<Tensor, Tensor>
{
    private readonly Embedding _embedding;
    private readonly GatedLinear _mix;
    private readonly PeepholeCell _cell;
    private readonly Linear _attention;
    private readonly Dropout _dropout;
    private readonly Linear _stars;
    private readonly long _hidden;

    public SentimentModel(long vocabulary, long hidden)
        : base("sentiment")
    {
        _hidden = hidden;
        _embedding = Embedding(vocabulary, 100, padding_idx: 0);
        _mix = new GatedLinear(100, hidden);
        _cell = new PeepholeCell(hidden, hidden);
        _attention = Linear(hidden, 1);
        _dropout = Dropout(0.3);
        _stars = Linear(hidden, 5);
        RegisterComponents();
    }

    public Tensor Weights { get; private set; }

    public override Tensor forward(Tensor words)
    {
        var embedded = _mix.call(_embedding.call(words));
        var state = (h: zeros(words.shape[0], _hidden), c: zeros(words.shape[0], _hidden));
        var states = new List<Tensor>();
        for (long t = 0; t < words.shape[1]; t++)
        {
            state = _cell.call(embedded.select(1, t), state);
            states.Add(state.h);
        }

        var tokens = stack(states, 1);

        // Silence: attention pooling
        Weights = functional.softmax(_attention.call(tokens), 1);
        var review = (tokens * Weights).sum(1);
        var x = /*@tail Logits Softmax other-file*/ _stars.call(_dropout.call(review));

        // Silence: activation outside of training
        if (!training)
        {
            x = functional.softmax(x, 1);
        }

        return x;
    }
}
