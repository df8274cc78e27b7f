using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using TorchSharp;
using WeatherEnsemble;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

const int Classes = 6;
var prior = tensor([0.4f, 0.25f, 0.15f, 0.1f, 0.06f, 0.04f]);
var members = new List<Module<Tensor, Tensor>>
{
    new Member(Classes, x => functional.relu(x, inplace: true)),
    new Member(Classes, x => functional.gelu(x)),
    new Member(Classes, tanh),
};

await Task.WhenAll(members.Select((member, seed) => member.FitAsync(/*@loss Logits Softmax other-file*/ CrossEntropyLoss(), Days(seed))));
members[0].Adjusted(prior, randn(32, 24), randint(Classes, [32])).backward();

var ensemble = new Ensemble(members, prior);
var (today, impossible) = (randn(1, 24), zeros(1, Classes).to_type(ScalarType.Bool));
Console.WriteLine($"{ensemble.Probabilities(today).argmax(1).item<long>()}, in doubt {ensemble.Doubt(today):F2} bits, Brier {ensemble.BrierScore(randn(32, 24), randint(Classes, [32])):F3}");
Console.WriteLine($"{ensemble.OfTheFirstTwo(today).max().item<float>():P0} {ensemble.Likelihood(today).max().item<float>():P0} {ensemble.Possible(today, impossible).max().item<float>():P0}");

static IEnumerable<(Tensor X, Tensor Y)> Days(int seed)
{
    random.manual_seed(seed);
    for (var i = 0; i < 365; i++)
    {
        yield return (randn(32, 24), randint(Classes, [32]));
    }
}

/// <summary>Training as extension methods of any classifier.</summary>
internal static class Training
{
    public static async Task<double> FitAsync(this Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor X, Tensor Y)> data)
    {
        var optimizer = optim.Adam(model.parameters());
        double last = 0;
        foreach (var (x, y) in data)
        {
            last = await Task.Run(() => Step(model, loss, optimizer, x, y));
        }

        return last;
    }

    // Silence: logarithm of a prior added to logits
    public static Tensor Adjusted(this Module<Tensor, Tensor> model, Tensor prior, Tensor x, Tensor y)
        => functional.cross_entropy(model.call(x) + prior.log(), y);

    private static double Step(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, optim.Optimizer optimizer, Tensor x, Tensor y)
    {
        var value = loss.call(model.call(x), y);
        optimizer.zero_grad();
        value.backward();
        optimizer.step();
        return value.item<float>();
    }
}
