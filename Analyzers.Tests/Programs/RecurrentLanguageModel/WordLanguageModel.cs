// Structure: dotnet/TorchSharpExamples, CSharpExamples/WordLanguageModel
using System;
using TorchSharp;
using TorchSharp.Examples;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CSharpExamples;

public class WordLanguageModel
{
    private const int BatchSize = 20;
    private const int Bptt = 35;

    internal static void Run(string kind, int epochs, int tokens, Tensor train, Tensor valid)
    {
        var device = cuda.is_available() ? CUDA : CPU;
        var model = new RecurrentModel(kind, tokens, 200, 200, 2, 0.2);
        model.to(device);
        var criterion = /*@loss LogProbabilities Softmax other-file*/ NLLLoss();
        var rate = 20.0;
        double? best = null;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Train(train, model, criterion, tokens, rate, device);
            var loss = Evaluate(valid, model, criterion, tokens, device);
            Console.WriteLine($"End of epoch: {epoch} | lr: {rate:0.00} | valid loss: {loss:0.00} | valid ppl: {Math.Exp(loss):0.00}");
            if (best == null || loss < best.Value)
            {
                best = loss;
            }
            else
            {
                rate /= 4.0;
            }
        }
    }

    private static void Train(Tensor source, RecurrentModel model, Loss<Tensor, Tensor, Tensor> criterion, int tokens, double rate, Device device)
    {
        model.train();
        var hidden = model.InitialState(BatchSize, device);
        using (var d = NewDisposeScope())
        {
            for (int i = 0; i < source.shape[0] - 1; i += Bptt)
            {
                var (data, targets) = GetBatch(source, i);
                hidden = hidden.detach();
                model.zero_grad();
                var (output, newHidden) = model.forward(data, hidden);
                hidden = newHidden;
                var loss = criterion.forward(output.view(-1, tokens), targets);
                loss.backward();
                nn.utils.clip_grad_norm_(model.parameters(), 0.25);
                using (no_grad())
                {
                    foreach (var p in model.parameters())
                    {
                        p.add_(p.grad, alpha: (float)(-rate));
                    }
                }

                d.DisposeEverythingBut(hidden);
            }
        }
    }

    private static double Evaluate(Tensor source, RecurrentModel model, Loss<Tensor, Tensor, Tensor> criterion, int tokens, Device device)
    {
        model.eval();
        var total = 0.0f;
        var hidden = model.InitialState(10, device);
        for (int i = 0; i < source.shape[0] - 1; i += Bptt)
        {
            var (data, targets) = GetBatch(source, i);
            (var output, hidden) = model.forward(data, hidden.detach());
            total += data.shape[0] * criterion.forward(output.view(-1, tokens), targets).to(CPU).item<float>();
        }

        return total / source.shape[0];
    }

    private static (Tensor, Tensor) GetBatch(Tensor source, int index)
    {
        var length = Math.Min(Bptt, (int)(source.shape[0] - 1 - index));
        return (source[TensorIndex.Slice(index, index + length)], source[TensorIndex.Slice(index + 1, index + 1 + length)].reshape(-1));
    }
}
