using System;
using System.Linq;
using FraudPlugins.App;
using FraudPlugins.Contracts;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

IScorer[] scorers = [new NetworkDetector(), new LimitRule()];
var payments = randn(500, 30);
var frauds = rand(500).round();
foreach (var scorer in scorers)
{
    Console.WriteLine($"{scorer.Name}: log-loss {LogLoss(scorer, payments, frauds):F3}");
    Show(scorer, payments);
}

static double LogLoss(IScorer scorer, Tensor payments, Tensor frauds)
{
    var chances = scorer.Score(payments);
    return /*@loss Probabilities Sigmoid other-project*/ functional.binary_cross_entropy(chances, frauds).item<float>();
}

static void Show(IScorer scorer, Tensor payments)
{
    // Silence: sigmoid at inference
    var suspicious = (scorer.Score(payments) > 0.9).sum().item<long>();
    Console.WriteLine($"{suspicious} of {payments.shape[0]} payments are held back");
}
