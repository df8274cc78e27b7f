using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>A loss of TorchSharp: as a function, and as an object.</summary>
internal sealed record TorchLoss(string Function, string Object, Kind Kind, Link Link)
{
    /// <summary>The losses that a program may name in each other's place.</summary>
    public static ImmutableArray<TorchLoss> All { get; } =
    [
        new("cross_entropy", "CrossEntropyLoss", Kind.Logits, Link.Softmax),
        new("nll_loss", "NLLLoss", Kind.LogProbabilities, Link.Softmax),
        new("binary_cross_entropy", "BCELoss", Kind.Probabilities, Link.Sigmoid),
        new("binary_cross_entropy_with_logits", "BCEWithLogitsLoss", Kind.Logits, Link.Sigmoid),
    ];

    /// <summary>Those, and what only a program has that means it.</summary>
    private static readonly ImmutableArray<TorchLoss> s_known =
    [
        .. All,
        new("kl_div", "KLDivLoss", Kind.LogProbabilities, Link.Softmax),
        new("multilabel_soft_margin_loss", "MultiLabelSoftMarginLoss", Kind.Logits, Link.Sigmoid),
    ];

    public static TorchLoss? Named(string? name) => s_known.FirstOrDefault(loss => loss.Function == name || loss.Object == name);
}
