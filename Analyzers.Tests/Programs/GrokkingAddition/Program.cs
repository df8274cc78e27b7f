// Structure: jacano/grokking-torchsharp, src/Program.cs: settings, one Main with a local function for the log, static helpers
using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GrokkingAddition;

internal static class Program
{
    private const int P = 53;
    private const double TrainFraction = 0.3;
    private const int Batch = 128;
    private const int Steps = 12000;
    private const int EvalEvery = 250;
    private const int Plus = P;
    private const int Eq = P + 1;
    private const int Bos = P + 2;
    private const int Vocab = P + 3;
    private const int AnswerPosition = 4;

    private static void Main()
    {
        random.manual_seed(42);
        var (pairs, cut) = Split();
        Tensor trainDocs = Documents(pairs.Take(cut).ToList());
        Tensor testDocs = Documents(pairs.Skip(cut).ToList());

        var model = new TinyGpt(Vocab, embed: 64, heads: 8, block: 16);
        using (no_grad())
            foreach (var (_, parameter) in model.named_parameters())
                parameter.normal_(0, 0.08);

        Module<Tensor, Tensor, Tensor> lossFn = /*@loss Logits Softmax other-file*/ CrossEntropyLoss();
        using var optimiser = optim.Adam(model.parameters(), lr: 0.01, beta1: 0.85, beta2: 0.99, weight_decay: 0.0012);
        Tensor order = randperm(cut);

        void LogRow(int step)
        {
            var (trainLoss, trainAccuracy) = Evaluate(model, trainDocs, lossFn);
            var (testLoss, testAccuracy) = Evaluate(model, testDocs, lossFn);
            Console.WriteLine($"step {step,6} | train loss {trainLoss:F4} acc {trainAccuracy * 100,5:F1}% | test loss {testLoss:F4} acc {testAccuracy * 100,5:F1}% | perplexity {Math.Exp(testLoss):F2}");
        }

        LogRow(0);
        for (int step = 0; step < Steps; step++)
        {
            using var scope = NewDisposeScope();
            int start = (int)((long)step * Batch % cut);
            Tensor batch = trainDocs.index_select(0, order.narrow(0, start, Math.Min(Batch, cut - start)));
            Tensor inputs = batch.narrow(1, 0, 5);
            Tensor targets = batch.narrow(1, 1, 5);

            optimiser.zero_grad();
            Tensor logits = model.forward(inputs);
            Tensor loss = lossFn.call(logits.reshape(-1, Vocab), targets.reshape(-1));
            loss.backward();
            optimiser.step();

            if ((step + 1) % EvalEvery == 0) LogRow(step + 1);
        }

        foreach (var (a, b) in new[] { (12L, 35L), (7L, 44L), (50L, 50L) })
            Ask(model, a, b);
    }

    private static (List<(long A, long B)> Pairs, int Cut) Split()
    {
        List<(long A, long B)> pairs = [];
        for (long a = 0; a < P; a++)
            for (long b = 0; b < P; b++)
                pairs.Add((a, b));
        long[] order = randperm(pairs.Count).data<long>().ToArray();
        return ([.. order.Select(i => pairs[(int)i])], (int)(pairs.Count * TrainFraction));
    }

    private static Tensor Documents(List<(long A, long B)> pairs)
        => tensor(pairs.SelectMany(pair => new long[] { Bos, pair.A, Plus, pair.B, Eq, (pair.A + pair.B) % P }).ToArray()).reshape(pairs.Count, 6);

    private static (double Loss, double Accuracy) Evaluate(Module<Tensor, Tensor> model, Tensor docs, Module<Tensor, Tensor, Tensor> lossFn)
    {
        using var scope = NewDisposeScope();
        Tensor targets = docs.narrow(1, 1, 5);
        Tensor logits = model.call(docs.narrow(1, 0, 5));
        double loss = lossFn.call(logits.reshape(-1, Vocab), targets.reshape(-1)).item<float>();
        Tensor predicted = logits.argmax(-1).narrow(1, AnswerPosition, 1);
        return (loss, predicted.eq(targets.narrow(1, AnswerPosition, 1)).to_type(ScalarType.Float64).mean().item<double>());
    }

    private static void Ask(Module<Tensor, Tensor> model, long a, long b)
    {
        double[] probabilities = Distribution(model, a, b);
        var ranked = probabilities.Select((value, index) => (value, index)).OrderByDescending(x => x.value).Take(3);
        Console.WriteLine($"{a}+{b} = " + string.Join(", ", ranked.Select(x => $"{x.index} ({x.value * 100:F0}%)")));
    }

    /// <summary>How the model spreads its belief over the numbers, the other tokens left out.</summary>
    private static double[] Distribution(Module<Tensor, Tensor> model, long a, long b)
    {
        using var scope = NewDisposeScope();
        Tensor prompt = tensor(new long[] { Bos, a, Plus, b, Eq }).reshape(1, 5);
        Tensor logits = model.call(prompt).squeeze(0).narrow(0, AnswerPosition, 1).squeeze(0);

        // Silence: softmax of a vector along its only axis
        Tensor probabilities = logits.narrow(0, 0, P).softmax(0);
        return [.. probabilities.data<float>().ToArray().Select(value => (double)value)];
    }
}
