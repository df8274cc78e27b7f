using Logits.Annotations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VerseSampling.Decoding;

/// <summary>Chooses the next of several classes.</summary>
public sealed class Sampler(double temperature = 1, int candidates = 40)
{
    /// <summary>The chances of the best candidates; those of all others are zero.</summary>
    [return: Probabilities(Link.Softmax)]
    public Tensor Chances([Logits(Link.Softmax)] Tensor scores)
    {
        var (best, _) = scores.topk(candidates, 1);
        var worst = best.narrow(1, candidates - 1, 1);
        return functional.softmax(scores.masked_fill(scores < worst, double.NegativeInfinity) / temperature, 1);
    }

    /// <summary>One class, drawn by its chances.</summary>
    public static long Draw([Probabilities(Link.Softmax)] Tensor chances)
        => /*@loss Probabilities Softmax other-project sampler*/ multinomial(chances, 1).item<long>();
}
