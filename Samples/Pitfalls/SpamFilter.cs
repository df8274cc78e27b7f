using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pitfalls;

/// <summary>A binary classifier with one output, trained and read as if its kinds did not matter.</summary>
internal static class SpamFilter
{
    public static void Train(Tensor words, Tensor isSpam)
    {
        var model = Sequential(Linear(5000, 64), ReLU(), Linear(64, 1));
        var criterion = BCELoss();
        var loss = criterion.call(model.call(words), isSpam); // LGT1002: BCELoss wants probabilities
        loss.backward();
    }

    /// <summary>Classic pitfall: logits read as probabilities.</summary>
    public static void Evaluate(Tensor words, Tensor isSpam)
    {
        var model = Sequential(Linear(5000, 64), ReLU(), Linear(64, 1));
        var logits = model.call(words);
        var loss = functional.binary_cross_entropy_with_logits(logits, isSpam);
        var spam = logits > 0.5; // LGT2001: a logit of 0.5 is a probability of 0.62
        Console.WriteLine($"{loss.item<float>()} {spam.sum()}");
    }

    public static Tensor LogLikelihood(Tensor words, Tensor isSpam)
    {
        var score = Linear(5000, 1).call(words);
        var positive = torch.log(torch.sigmoid(score)); // LGT5002: minus infinity from -104 on
        return (isSpam * positive).mean();
    }

    public static Tensor TrainOnLogarithms(Tensor words, Tensor isSpam)
    {
        var score = Linear(5000, 1).call(words);
        return functional.binary_cross_entropy(functional.logsigmoid(score), isSpam); // LGT1004: never above zero
    }

    public static Tensor OneClass(Tensor words)
    {
        var model = Sequential(Flatten(), Linear(5000, 1), Softmax(1)); // LGT3001: always 1
        return model.call(words);
    }

    /// <summary>Classic pitfall: binary and multiclass conventions mixed.</summary>
    public static Tensor Topics(Tensor words, Tensor topics)
    {
        var probabilities = functional.softmax(Linear(5000, 20).call(words), 1);
        return BCELoss().call(probabilities, topics); // LGT3002: topics do not exclude each other
    }
}
