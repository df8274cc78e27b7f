using Logits.Annotations;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VerseSampling.Models;

/// <summary>A recurrent model of verse, letter by letter.</summary>
public sealed class VerseModel
{
    private readonly Embedding _letters;
    private readonly GRU _memory;
    private readonly Linear _next;

    public VerseModel(long alphabet)
    {
        _letters = Embedding(alphabet, 32);
        _memory = GRU(32, 128, batchFirst: true);
        _next = Linear(128, alphabet);
    }

    /// <summary>The logits of the next letter.</summary>
    [return: Logits(Link.Softmax)]
    public Tensor Next(Tensor verse) => /*@tail Logits Softmax other-project promised*/ _next.call(Remember(verse));

    /// <summary>How likely every letter is to be the next, as logarithms.</summary>
    [return: LogProbabilities(Link.Softmax)]
    public Tensor Likelihoods(Tensor verse) => Next(verse).log_softmax(1);

    private Tensor Remember(Tensor verse)
    {
        var (states, _) = _memory.call(_letters.call(verse));
        return states.select(1, -1);
    }
}
