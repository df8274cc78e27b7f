using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TriageMetrics.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TriageMetrics.App;

internal static class Program
{
    private static void Main()
    {
        var net = new TriageNet();
        var patients = Enumerable.Range(0, 200).Select(_ => (Features: randn(32, 40), Ward: randint(7, [32]), Emergency: rand(32).round())).ToList();
        Train(net, patients.Take(160));
        foreach (var (features, ward, emergency) in patients.Skip(160))
        {
            Report(net, features, ward, emergency);
        }
    }

    private static void Train(TriageNet net, IEnumerable<(Tensor Features, Tensor Ward, Tensor Emergency)> patients)
    {
        using var optimizer = optim.Adam(net.parameters());
        foreach (var (features, ward, emergency) in patients)
        {
            optimizer.zero_grad();
            var loss = /*@loss Logits Softmax other-file*/ functional.cross_entropy(net.call(features), ward)
                + /*@loss Logits Sigmoid other-file*/ functional.binary_cross_entropy_with_logits(net.Emergency(features), emergency);
            loss.backward();
            optimizer.step();
        }
    }

    private static void Report(TriageNet net, Tensor features, Tensor ward, Tensor emergency)
    {
        net.eval();
        using var quiet = no_grad();
        var scores = net.call(features);
        var chances = /*@tail Probabilities Softmax other-project*/ functional.softmax(scores, 1);
        Console.WriteLine($"expected calibration error {Calibration.ExpectedError(chances, ward):F3}, Brier {Calibration.Brier(chances, ward):F3}");

        var surprise = /*@loss LogProbabilities Softmax other-project*/ Calibration.LogLoss(functional.log_softmax(scores, 1), ward);
        Console.WriteLine($"log-loss {surprise:F3}");

        var alarms = /*@tail Probabilities Sigmoid other-project*/ net.Emergency(features).sigmoid();
        Console.WriteLine($"recall {Alarms.Recall(alarms, emergency):P1}");
    }
}
