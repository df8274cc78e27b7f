// Logits, probabilities and log-probabilities of one photo, and what becomes of them when they are mixed up: docs/logits.md by numbers.
using System;
using System.Linq;

string[] animals = ["Cats", "Dogs", "Birds"];
double[] logits = [2.5, 1.0, -1.2];
const int Label = 0; // the photo shows a cat

var probabilities = Softmax(logits);
var logProbabilities = LogSoftmax(logits);
Console.WriteLine("            logit   probability   log-probability");
for (var i = 0; i < animals.Length; i++)
{
    Console.WriteLine($"{animals[i],-8}{logits[i],9:0.00}{probabilities[i],14:0.000}{logProbabilities[i],18:0.000}");
}

Console.WriteLine();
Console.WriteLine($"Cross-entropy of the logits:                {-LogSoftmax(logits)[Label]:0.000}");
Console.WriteLine($"Cross-entropy of the softmax (LGT1001):     {-LogSoftmax(probabilities)[Label]:0.000}");
Console.WriteLine($"..and of a model that is perfectly sure:    {-LogSoftmax([1, 0, 0])[Label]:0.000}, instead of 0");
Console.WriteLine($"Negative log-likelihood of the softmax (LGT1003): {-probabilities[Label]:0.000}, below zero");
Console.WriteLine($"Softmax of the softmax (LGT1005):           {string.Join(", ", Softmax(probabilities).Select(p => $"{p:0.000}"))}");
Console.WriteLine($"'Dogs' has a logit of {logits[1]:0.0}, above 0.5 (LGT2001), and a probability of {probabilities[1]:0.000}");

// The same judgement by a model whose logits have another offset: the probabilities agree, the logits do not compare (LGT4001).
var shifted = logits.Select(x => x + 10).ToArray();
Console.WriteLine($"Another model says {shifted[1]:0.0} for 'Dogs': more than {logits[0]:0.0} for 'Cats', and the same {Softmax(shifted)[1]:0.000}");
return 0;

// The maximum is subtracted first, so that no exponential overflows.
static double[] Softmax(double[] x)
{
    var max = x.Max();
    var weights = x.Select(v => Math.Exp(v - max)).ToArray();
    var sum = weights.Sum();
    return weights.Select(w => w / sum).ToArray();
}

static double[] LogSoftmax(double[] x)
{
    var max = x.Max();
    var logSum = max + Math.Log(x.Sum(v => Math.Exp(v - max)));
    return x.Select(v => v - logSum).ToArray();
}
