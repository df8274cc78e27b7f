using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>How TorchSharp turns logits into something else, in all spellings.</summary>
/// <param name="Names">What the functions are called.</param>
/// <param name="Calls">The spellings, with the argument for {0}, or for {1} where it is a receiver.</param>
/// <param name="Layer">The same as a module; null where there is none.</param>
internal sealed record TorchConversion(Kind Kind, Link Link, ImmutableArray<string> Names, ImmutableArray<string> Calls, string Layer)
{
    public static ImmutableArray<TorchConversion> All { get; } =
    [
        new(Kind.Probabilities, Link.Softmax, ["softmax", "Softmax"], ["TorchSharp.torch.nn.functional.softmax({0}, 1)", "{1}.softmax(1)", "TorchSharp.torch.softmax({0}, 1)", "TorchSharp.torch.nn.Softmax(1).call({0})"], "TorchSharp.torch.nn.Softmax(1)"),
        new(Kind.Probabilities, Link.Sigmoid, ["sigmoid", "Sigmoid"], ["TorchSharp.torch.sigmoid({0})", "{1}.sigmoid()", "TorchSharp.torch.nn.functional.sigmoid({0})", "TorchSharp.torch.nn.Sigmoid().forward({0})"], "TorchSharp.torch.nn.Sigmoid()"),
        new(Kind.LogProbabilities, Link.Softmax, ["log_softmax", "LogSoftmax"], ["TorchSharp.torch.nn.functional.log_softmax({0}, 1)", "{1}.log_softmax(1)", "TorchSharp.torch.special.log_softmax({0}, 1)", "TorchSharp.torch.nn.LogSoftmax(1).call({0})"], "TorchSharp.torch.nn.LogSoftmax(1)"),
        new(Kind.LogProbabilities, Link.Sigmoid, ["logsigmoid", "log_sigmoid", "LogSigmoid"], ["TorchSharp.torch.nn.functional.logsigmoid({0})", "{1}.log_sigmoid()", "TorchSharp.torch.nn.LogSigmoid().call({0})"], "TorchSharp.torch.nn.LogSigmoid()"),
    ];

    /// <summary>The conversion that a function or a layer is, by its name.</summary>
    public static TorchConversion? Named(string? name) => All.FirstOrDefault(conversion => name is not null && conversion.Names.Contains(name));
}
