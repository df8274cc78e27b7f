using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;

namespace ReefSurvey;

/// <summary>What is minimised.</summary>
public interface IObjective
{
    Tensor Cost(Tensor output, Tensor species);
}

/// <summary>Of raw outputs.</summary>
public sealed class RawObjective : IObjective
{
    public Tensor Cost(Tensor output, Tensor species) => /*@loss Logits Softmax other-file*/ nn.functional.cross_entropy(output, species);
}

/// <summary>Of log-probabilities.</summary>
public sealed class NormalisedObjective : IObjective
{
    public Tensor Cost(Tensor output, Tensor species) => /*@loss LogProbabilities Softmax other-file*/ nn.functional.nll_loss(output, species);
}

/// <summary>Finds services by their type.</summary>
public static class Services
{
    private static readonly Dictionary<Type, Func<object>> s_makers = [];

    public static void Add<T>(Func<T> make)
        where T : class
        => s_makers[typeof(T)] = make;

    public static T Get<T>()
        where T : class
        => (T)s_makers[typeof(T)]();
}
