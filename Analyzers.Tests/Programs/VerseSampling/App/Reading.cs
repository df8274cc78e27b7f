using TorchSharp;
using VerseSampling.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VerseSampling.App;

internal static class Reading
{
    /// <summary>How surprised the model is by a verse, a letter at a time.</summary>
    public static double Surprise(VerseModel model, Tensor verse)
    {
        double nats = 0;
        for (var length = 1; length < verse.shape[1]; length++)
        {
            var next = verse.select(1, length);
            nats += /*@loss LogProbabilities Softmax other-project*/ functional.nll_loss(model.Likelihoods(verse.narrow(1, 0, length)), next).item<float>();
        }

        return nats / (verse.shape[1] - 1);
    }

    /// <summary>A letter as the model has it, neither cooled nor cut.</summary>
    public static long AtRandom(VerseModel model, Tensor verse)
        => /*@loss Logits Softmax other-project sampler*/ distributions.Categorical(logits: model.Next(verse)).sample().item<long>();
}
