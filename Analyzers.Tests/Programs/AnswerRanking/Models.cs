using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AnswerRanking;

/// <summary>Reads a question and a passage together.</summary>
public sealed class CrossEncoder : Module<Tensor, Tensor>
{
    private readonly Embedding words;
    private readonly TransformerEncoder encoder;

    public CrossEncoder(long vocabulary, long width)
        : base("encoder")
    {
        words = Embedding(vocabulary, width);
        encoder = TransformerEncoder(TransformerEncoderLayer(width, 8), 4);
        Width = width;
        RegisterComponents();
    }

    public long Width { get; }

    public override Tensor forward(Tensor tokens) => encoder.call(words.call(tokens).transpose(0, 1)).transpose(0, 1);
}

/// <summary>One score for a pair: how well the passage answers.</summary>
public sealed class Reranker : Module<Tensor, Tensor>
{
    private readonly CrossEncoder encoder;
    private readonly Linear score;

    public Reranker(CrossEncoder encoder)
        : base("reranker")
    {
        this.encoder = encoder;
        score = Linear(encoder.Width, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor pair) => score.call(encoder.call(pair).select(1, 0)).squeeze(-1);
}

/// <summary>Which of several choices is right: each read with the question, each with one score.</summary>
public sealed class MultipleChoice : Module<Tensor, Tensor>
{
    private readonly CrossEncoder encoder;
    private readonly Linear score;

    public MultipleChoice(CrossEncoder encoder)
        : base("choice")
    {
        this.encoder = encoder;
        score = Linear(encoder.Width, 1);
        RegisterComponents();
    }

    /// <param name="choices">(N, K, length)</param>
    /// <returns>(N, K)</returns>
    public override Tensor forward(Tensor choices)
    {
        var (n, k, length) = (choices.shape[0], choices.shape[1], choices.shape[2]);
        var first = encoder.call(choices.view(n * k, length)).select(1, 0);

        // Silence: one unit viewed as several choices
        return /*@tail Logits Softmax other-file reshaped*/ score.call(first).view(n, k);
    }
}

/// <summary>Where the answer starts and where it ends.</summary>
public sealed class SpanReader : Module<Tensor, Tensor, (Tensor Start, Tensor End)>
{
    private readonly CrossEncoder encoder;
    private readonly Linear ends;

    public SpanReader(CrossEncoder encoder)
        : base("span")
    {
        this.encoder = encoder;
        ends = Linear(encoder.Width, 2);
        RegisterComponents();
    }

    public override (Tensor Start, Tensor End) forward(Tensor tokens, Tensor padding)
    {
        // Silence: span heads
        var scores = ends.call(encoder.call(tokens)).split(1, dim: -1);
        return (scores[0].squeeze(-1).masked_fill(padding, -1e9), scores[1].squeeze(-1).masked_fill(padding, -1e9));
    }
}
