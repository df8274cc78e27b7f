using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MovieTagger;

/// <summary>What all the models of plots have in common: a body of their own, and this head.</summary>
public abstract class PlotModel : Module<Tensor, Tensor>
{
    private readonly Linear head;

    protected PlotModel(string name, long features, long tags)
        : base(name) => head = Linear(features, tags);

    protected abstract Tensor Features(Tensor plot);

    public override Tensor forward(Tensor plot) => /*@tail Logits Sigmoid other-file*/ head.call(Features(plot));
}

public sealed class BagOfWords : PlotModel
{
    private readonly Embedding words;

    public BagOfWords(long vocabulary, long tags)
        : base(nameof(BagOfWords), 64, tags)
    {
        words = Embedding(vocabulary, 64);
        RegisterComponents();
    }

    protected override Tensor Features(Tensor plot) => words.call(plot).mean([1]);
}

public sealed class Recurrent : PlotModel
{
    private readonly Embedding words;
    private readonly LSTM rnn;

    public Recurrent(long vocabulary, long tags)
        : base(nameof(Recurrent), 128, tags)
    {
        words = Embedding(vocabulary, 64);
        rnn = LSTM(64, 128, batchFirst: true);
        RegisterComponents();
    }

    protected override Tensor Features(Tensor plot)
    {
        var (_, last, _) = rnn.call(words.call(plot));
        return last[0];
    }
}
