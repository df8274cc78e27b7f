using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AdvertClicks;

/// <summary>Extension methods, so that training reads like one call.</summary>
internal static class ModuleExtensions
{
    public static TModel Fit<TModel>(this TModel model, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor Crosses, Tensor Categories, Tensor Clicked)> log, double rate = 1e-3)
        where TModel : Module<Tensor, Tensor, Tensor>
    {
        var optimizer = optim.Adagrad(model.parameters(), rate);
        foreach (var (crosses, categories, clicked) in log)
        {
            optimizer.zero_grad();
            loss.call(model.call(crosses, categories), clicked).backward();
            optimizer.step();
        }

        return model;
    }
}

internal static class Auction
{
    private static void Main()
    {
        var model = new WideAndDeep(100000, 5000).Fit(/*@loss Probabilities Sigmoid other-file*/ BCELoss(), Log(1000));

        using var quiet = no_grad();
        var probability = model.call(randint(100000, [10, 8]), randint(5000, [10, 5]));
        var price = probability * rand(10) * 2.5;
        Console.WriteLine($"advert {price.argmax().item<long>()} wins, {(probability > 0.05).sum().item<long>()} were worth showing");

        var fraud = new TwoClass();
        Console.WriteLine($"{fraud.Loss(randn(64, 20), rand(64).round()).item<float>():F4}, {fraud.PairLoss(randn(64, 20), randint(2, [64])).item<float>():F4}");
    }

    private static IEnumerable<(Tensor Crosses, Tensor Categories, Tensor Clicked)> Log(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return (randint(100000, [128, 8]), randint(5000, [128, 5]), rand(128).round());
        }
    }
}
