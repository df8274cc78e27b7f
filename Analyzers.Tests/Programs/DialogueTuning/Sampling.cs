#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DialogueTuning;

/// <summary>From scores to words.</summary>
public sealed class Sampler(ILanguageModel model, double temperature = 0.8, int topK = 40, double topP = 0.95)
{
    public ILanguageModel? Amateur { get; init; }

    public double Guidance { get; init; } = 1;

    public IEnumerable<long> Continue(Tensor prompt, int words)
    {
        using var quiet = no_grad();
        for (var i = 0; i < words; i++)
        {
            var word = Draw(Scores(prompt) / temperature);
            yield return word.item<long>();
            prompt = cat([prompt, word], 1);
        }
    }

    private Tensor Scores(Tensor prompt)
    {
        var scores = model.NextWords(prompt).select(1, -1);
        if (Amateur is not null)
        {
            // Silence: contrastive decoding
            return scores.log_softmax(-1) - Amateur.NextWords(prompt).select(1, -1).log_softmax(-1);
        }

        if (Guidance != 1)
        {
            // Silence: classifier-free guidance
            var alone = model.NextWords(prompt.narrow(1, prompt.shape[1] - 1, 1)).select(1, -1);
            scores = alone + Guidance * (scores - alone);
        }

        return scores;
    }

    private Tensor Draw(Tensor scores)
    {
        var (best, words) = scores.topk(topK);
        var probabilities = functional.softmax(best, -1);
        var covered = probabilities.cumsum(-1) - probabilities;
        probabilities = probabilities.masked_fill(covered > topP, 0);
        probabilities = probabilities / probabilities.sum(-1, keepdim: true);
        return words.gather(-1, probabilities.multinomial(1));
    }
}

public static class Program
{
    public static void Main()
    {
        var (policy, reference) = (new RecurrentLanguageModel(8000), new RecurrentLanguageModel(8000));
        var optimizer = optim.AdamW(policy.parameters(), 1e-5);
        foreach (var objective in new Func<Tensor>[]
        {
            () => Tuning.Supervised(policy, Words(16)),
            () => Tuning.Preference(policy, reference, Words(8), Words(8)),
            () => Tuning.Reinforce(policy, Words(8), zeros(8, 32), randn(8, 32)),
        })
        {
            optimizer.zero_grad();
            var loss = objective();
            loss.backward();
            optimizer.step();
            Console.WriteLine($"{loss.item<float>():F4}, perplexity {Tuning.Perplexity(policy, Words(4)):F1}");
        }

        Console.WriteLine(string.Join(" ", new Sampler(policy) { Guidance = 1.5 }.Continue(Words(1), 20)));
        Console.WriteLine(string.Join(" ", new Sampler(policy, topK: 10) { Amateur = reference }.Continue(Words(1), 20).Reverse()));
    }

    private static Tensor Words(long count) => randint(8000, [count, 32]);
}
