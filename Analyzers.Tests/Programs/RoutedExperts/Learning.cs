using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace RoutedExperts;

public static class Learning
{
    public static async Task Main()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var model = new ExpertModel(vocabulary: 10000, width: 128, classes: 20, experts: 8);
        await FitAsync(model, Documents(stop.Token), optim.AdamW(model.parameters(), 1e-3), stop.Token);
        Console.WriteLine(await ClassifyAsync(model, randint(10000, [1, 100])));
    }

    private static async Task FitAsync(ExpertModel model, IAsyncEnumerable<(Tensor Text, Tensor Topic)> documents, optim.Optimizer optimizer, CancellationToken token)
    {
        var step = 0;
        await foreach (var (text, topic) in documents.WithCancellation(token))
        {
            var routed = model.call(text);
            var loss = /*@loss Logits Softmax other-file*/ functional.cross_entropy(routed.Scores, topic);
            var total = loss + 0.01 * routed.Balance;
            optimizer.zero_grad();
            total.backward();
            optimizer.step();
            if (++step % 100 == 0)
            {
                await Console.Out.WriteLineAsync($"{step}: {loss.item<float>():F4}, balance {routed.Balance.item<float>():F3}");
            }
        }
    }

    private static Task<string> ClassifyAsync(ExpertModel model, Tensor text) => Task.Run(() =>
    {
        using var quiet = no_grad();
        var (probability, topic) = model.call(text).Scores.softmax(1).max(1);
        return $"topic {topic.item<long>()} ({probability.item<float>():P0})";
    });

    private static async IAsyncEnumerable<(Tensor Text, Tensor Topic)> Documents([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await Task.Yield();
            yield return (randint(10000, [64, 100]), randint(20, [64]));
        }
    }
}
