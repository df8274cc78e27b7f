using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

internal sealed class TextClassifier : Module<Tensor, Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly Linear fc;

    public TextClassifier(long vocabulary, long dimension, long classes)
        : base("TextClassification")
    {
        embedding = Embedding(vocabulary, dimension);
        fc = Linear(dimension, classes);
        init.uniform_(fc.weight, -0.5, 0.5);
        RegisterComponents();
    }

    public override Tensor forward(Tensor text, Tensor offsets) => fc.call(embedding.call(text).mean([1]));
}

internal static class TextClassification
{
    public static void Train(TextClassifier model, IEnumerable<(Tensor Label, Tensor Text, Tensor Offsets)> batches)
    {
        var criterion = CrossEntropyLoss();
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
