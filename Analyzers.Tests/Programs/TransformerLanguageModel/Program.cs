// Structure: dotnet/TorchSharpExamples, CSharpExamples/SequenceToSequence
using System;
using System.Diagnostics;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples.WikiText;

internal static class Program
{
    private const int Bptt = 32;

    internal static void Run(Tensor train, Tensor valid, Tensor test, int tokens, int epochs, int timeout)
    {
        var model = new TransformerModel(tokens, modelSize: 200, heads: 2, hidden: 200, layers: 2, dropout: 0.2);
        var loss = /*@loss Logits Softmax other-file*/ CrossEntropyLoss();
        var optimizer = optim.SGD(model.parameters(), 2.50);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.95);
        var total = Stopwatch.StartNew();
        foreach (var epoch in Enumerable.Range(1, epochs))
        {
            Train(epoch, train, model, loss, tokens, optimizer);
            var validLoss = Evaluate(valid, model, loss, tokens);
            // Silence: perplexity for display
            Console.WriteLine($"epoch: {epoch} | loss: {validLoss:0.00} | perplexity: {Math.Exp(validLoss):0.00}");
            scheduler.step();
            if (total.Elapsed.TotalSeconds > timeout)
            {
                break;
            }
        }

        Console.WriteLine($"test loss: {Evaluate(test, model, loss, tokens):0.00}");
    }

    private static void Train(int epoch, Tensor source, TransformerModel model, Loss<Tensor, Tensor, Tensor> criterion, int tokens, optim.Optimizer optimizer)
    {
        model.train();
        using var scope = NewDisposeScope();
        var mask = TransformerModel.CausalMask(Bptt);
        var sum = 0.0f;
        var batch = 0;
        for (var i = 0; i < source.shape[0] - 1; batch++, i += Bptt)
        {
            var (data, targets) = Batch(source, i);
            optimizer.zero_grad();
            if (data.shape[0] != Bptt)
            {
                mask = TransformerModel.CausalMask(data.shape[0]);
            }

            using (var output = model.call(data, mask))
            {
                var loss = criterion.call(output.view(-1, tokens), targets);
                loss.backward();
                nn.utils.clip_grad_norm_(model.parameters(), 0.5);
                optimizer.step();
                sum += loss.to(CPU).item<float>();
            }

            if (batch % 200 == 0 && batch > 0)
            {
                Console.WriteLine($"epoch: {epoch} | batch: {batch} | loss: {sum / 200:0.00}");
                sum = 0;
            }

            scope.DisposeEverythingBut(mask);
        }
    }

    private static double Evaluate(Tensor source, TransformerModel model, Loss<Tensor, Tensor, Tensor> criterion, int tokens)
    {
        model.eval();
        using var scope = NewDisposeScope();
        var total = 0.0f;
        for (var i = 0; i < source.shape[0] - 1; i += Bptt)
        {
            var (data, targets) = Batch(source, i);
            using var output = model.call(data, TransformerModel.CausalMask(data.shape[0]));
            total += data.shape[0] * criterion.call(output.view(-1, tokens), targets).to(CPU).item<float>();
        }

        return total / source.shape[0];
    }

    private static (Tensor Data, Tensor Targets) Batch(Tensor source, int index)
    {
        var length = Math.Min(Bptt, source.shape[0] - 1 - index);
        var data = source[TensorIndex.Slice(index, index + length)];
        var target = source[TensorIndex.Slice(index + 1, index + 1 + length)].reshape(-1);
        return (data, target);
    }
}
