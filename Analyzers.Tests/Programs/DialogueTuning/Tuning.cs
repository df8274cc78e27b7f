using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DialogueTuning;

/// <summary>Three ways of teaching a language model to answer.</summary>
public static class Tuning
{
    /// <summary>The next word of known texts.</summary>
    public static Tensor Supervised(RecurrentLanguageModel model, Tensor words)
    {
        var scores = model.NextWords(words.narrow(1, 0, words.shape[1] - 1));
        var next = words.narrow(1, 1, words.shape[1] - 1);
        return /*@loss Logits Softmax other-file*/ functional.cross_entropy(scores.flatten(0, 1), next.flatten());
    }

    /// <summary>The preferred answer gains over the other, by more than it did with the model before.</summary>
    public static Tensor Preference(RecurrentLanguageModel policy, RecurrentLanguageModel reference, Tensor chosen, Tensor rejected, double beta = 0.1)
    {
        // Silence: differences of preferences
        var gain = LogProbability(policy, chosen) - LogProbability(policy, rejected);
        var before = (LogProbability(reference, chosen) - LogProbability(reference, rejected)).detach();
        return -functional.logsigmoid(beta * (gain - before)).mean();
    }

    /// <summary>Words that led to a reward become likelier, within bounds.</summary>
    public static Tensor Reinforce(RecurrentLanguageModel policy, Tensor words, Tensor before, Tensor advantage)
    {
        // Silence: policy gradient
        var scores = policy.NextWords(words);
        var distribution = distributions.Categorical(logits: scores);
        var ratio = (distribution.log_prob(words) - before).exp();
        var clipped = minimum(ratio * advantage, ratio.clamp(0.8, 1.2) * advantage);

        // Silence: entropy of a softmax
        var entropy = -(scores.softmax(-1) * scores.log_softmax(-1)).sum(-1);
        return -(clipped + 0.01 * entropy).mean();
    }

    // Silence: perplexity for display
    public static double Perplexity(RecurrentLanguageModel model, Tensor words)
    {
        using var quiet = no_grad();
        return Math.Exp(Supervised(model, words).item<float>());
    }

    private static Tensor LogProbability(ILanguageModel model, Tensor words)
    {
        var logProbabilities = model.NextWords(words.narrow(1, 0, words.shape[1] - 1)).log_softmax(-1);
        return logProbabilities.gather(-1, words.narrow(1, 1, words.shape[1] - 1).unsqueeze(-1)).squeeze(-1).sum(-1);
    }
}
