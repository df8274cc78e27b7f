using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mended;

/// <summary>A binary classifier with one logit.</summary>
internal static class SpamFilter
{
    public static void Train(Tensor words, Tensor isSpam)
    {
        var model = Sequential(Linear(5000, 64), ReLU(), Linear(64, 1));
        var criterion = BCEWithLogitsLoss();
        var loss = criterion.call(model.call(words), isSpam);
        loss.backward();
    }

    public static void Evaluate(Tensor words, Tensor isSpam)
    {
        var model = Sequential(Linear(5000, 64), ReLU(), Linear(64, 1));
        var logits = model.call(words);
        var loss = functional.binary_cross_entropy_with_logits(logits, isSpam);
        var spam = logits > 0;
        Console.WriteLine($"{loss.item<float>()} {spam.sum()}");
    }

    public static Tensor LogLikelihood(Tensor words, Tensor isSpam)
    {
        var score = Linear(5000, 1).call(words);
        var positive = functional.logsigmoid(score);
        return (isSpam * positive).mean();
    }

    public static Tensor TrainOnScores(Tensor words, Tensor isSpam)
    {
        var score = Linear(5000, 1).call(words);
        return functional.binary_cross_entropy_with_logits(score, isSpam);
    }

    public static Tensor OneClass(Tensor words)
    {
        var model = Sequential(Flatten(), Linear(5000, 1), Sigmoid());
        return model.call(words);
    }

    public static Tensor Topics(Tensor words, Tensor topics)
    {
        var probabilities = torch.sigmoid(Linear(5000, 20).call(words));
        return BCELoss().call(probabilities, topics);
    }
}
