using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace AnswerRanking;

internal static class Program
{
    private static void Main()
    {
        var encoder = new CrossEncoder(30000, 256);
        var (reranker, choice, span) = (new Reranker(encoder), new MultipleChoice(encoder), new SpanReader(encoder));
        Learn(
            new RankingTask(reranker, (Tokens(16), Tokens(16))),
            new ChoiceTask(choice, randint(30000, [16, 4, 64]), randint(4, [16])),
            new SpanTask(span, Tokens(16), zeros(16, 64).to_type(ScalarType.Bool), (randint(64, [16]), randint(64, [16]))));

        using var quiet = no_grad();
        foreach (var (index, score) in Search(reranker, Tokens(50)).Take(3))
        {
            Console.WriteLine($"passage {index}: {score:F2}");
        }

        Console.WriteLine($"choice {choice.call(randint(30000, [1, 4, 64])).argmax(1).item<long>()}");
    }

    private static void Learn(params ITask[] tasks)
    {
        foreach (var task in tasks)
        {
            using var optimizer = optim.AdamW(task.Parameters, 2e-5);
            for (var step = 0; step < 100; step++)
            {
                optimizer.zero_grad();
                task.Loss().backward();
                optimizer.step();
            }
        }
    }

    private static IEnumerable<(int Index, float Score)> Search(Reranker reranker, Tensor passages)
    {
        // Silence: ranking by regressed scores
        var scores = reranker.call(passages).data<float>().ToArray();
        return scores.Select((score, index) => (index, score)).Where(hit => hit.score > -2).OrderByDescending(hit => hit.score);
    }

    private static Tensor Tokens(long count) => randint(30000, [count, 64]);
}
