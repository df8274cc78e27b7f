using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DialogueTuning;

/// <summary>Something that gives every position a score for every next word.</summary>
public interface ILanguageModel
{
    Tensor NextWords(Tensor words);
}

public sealed class RecurrentLanguageModel : Module<Tensor, Tensor>, ILanguageModel
{
    private readonly Embedding _words;
    private readonly LSTM _memory;
    private readonly Linear _output;

    public RecurrentLanguageModel(long vocabulary, long width = 256)
        : base("language")
    {
        _words = Embedding(vocabulary, width);
        _memory = LSTM(width, width, numLayers: 2, batchFirst: true);
        _output = Linear(width, vocabulary);
        RegisterComponents();
    }

    public override Tensor forward(Tensor words)
    {
        var (states, _, _) = _memory.call(_words.call(words));
        return /*@tail Logits Softmax other-file*/ _output.call(states);
    }

    public Tensor NextWords(Tensor words) => call(words);
}
