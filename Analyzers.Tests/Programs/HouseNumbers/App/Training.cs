using System.Collections.Generic;
using HouseNumbers.Models;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace HouseNumbers.App;

internal static class Training
{
    public static void OfDigits(DigitNet model, IEnumerable<(Tensor Image, Tensor Digit)> data)
    {
        var criterion = /*@loss Logits Softmax other-project*/ CrossEntropyLoss();
        using var optimizer = optim.AdamW(model.parameters(), lr: 1e-3);
        model.train();
        foreach (var (image, digit) in data)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var scores = /*@tail Logits Softmax other-project*/ model.call(image);
            var loss = criterion.call(scores, digit);
            loss.backward();
            optimizer.step();
        }
    }

    public static void OfLengths(LengthNet model, IEnumerable<(Tensor Image, Tensor Length)> data)
    {
        using var optimizer = optim.SGD(model.parameters(), 0.01);
        model.train();
        foreach (var (image, length) in data)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = /*@loss LogProbabilities Softmax other-project*/ functional.nll_loss(model.forward(image), length);
            loss.backward();
            optimizer.step();
        }
    }
}
