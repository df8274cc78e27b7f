// Structure: dotnet/TorchSharpExamples, CSharpExamples/TextClassification
using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal static class TextClassification
{
    public static void Train(TextClassifier model, IEnumerable<(Tensor Label, Tensor Text, Tensor Offsets)> batches)
    {
        var criterion = /*@loss Logits Softmax other-file*/ CrossEntropyLoss();
        var optimizer = optim.SGD(model.parameters(), 5.0);
        foreach (var (label, text, offsets) in batches)
        {
            optimizer.zero_grad();
            using (var predicted = model.call(text, offsets))
            {
                var loss = criterion.call(predicted, label);
                loss.backward();
                nn.utils.clip_grad_norm_(model.parameters(), 0.5);
                optimizer.step();
                Console.WriteLine((predicted.argmax(1) == label).sum().to(CPU).item<long>());
            }
        }
    }
}
