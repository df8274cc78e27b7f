using System;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WindForecast;

internal static class Station
{
    private static void Main()
    {
        var (weather, speed, sector) = (randn(512, 24), rand(512) * 20, randint(16, [512]));
        var speeds = new MixtureDensity(24);
        Minimise(speeds, () => MixtureDensity.NegativeLogLikelihood(speeds.call(weather), speed));

        var single = new SingleSoftmax(24);
        var several = new MixtureOfSoftmaxes(24);
        Minimise(single, () =>
        {
            var told = single.call(weather);
            return /*@loss LogProbabilities Softmax other-file*/ functional.nll_loss(told, sector);
        });
        Minimise(several, () => functional.nll_loss(several.call(weather), sector));

        using var quiet = no_grad();
        Console.WriteLine($"{MixtureDensity.Expected(speeds.call(weather))[0].item<float>():F1} m/s");

        // Silence: perplexity for display
        Console.WriteLine($"sectors in question: {functional.nll_loss(single.call(weather), sector).exp().item<float>():F1}, {functional.nll_loss(several.call(weather), sector).exp().item<float>():F1}");

        // Silence: soft argmax
        var directions = arange(16) * (2 * Math.PI / 16);
        var probabilities = single.call(weather).exp();
        var (sine, cosine) = ((probabilities * directions.sin()).sum(1), (probabilities * directions.cos()).sum(1));
        Console.WriteLine($"mean direction {atan2(sine, cosine)[0].item<float>():F2}");
    }

    private static void Minimise(Module module, Func<Tensor> loss)
    {
        var optimizer = optim.Adam(module.parameters(), 0.01);
        for (var i = 0; i < 1000; i++)
        {
            optimizer.zero_grad();
            loss().backward();
            optimizer.step();
        }
    }
}
