using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT6001: a softmax or sigmoid of which only the order is used.</summary>
internal sealed class RedundantSoftmaxRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT6001",
        "Softmax before an order-only use",
        "'{0}' uses only the order of the numbers, which the {1}{2} does not change: it can be dropped",
        Categories.Waste,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Softmax along an axis and sigmoid keep the order of the numbers along it. Where nothing but the greatest is asked for they cost time, and can merge neighbours by rounding.",
        Help.Link + "LGT6001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is OrderObservation { IsOnlyReader: true, Input: { Formula: { } formula } number } order && Keeps(formula, order.Axis, number.Value.Rank)
            ? new Finding(Descriptor, order.Where, EquatableArray.Of(formula.Site), EquatableArray.Of(order.Name, formula.Shape.ToString().ToLowerInvariant(), Text.Origin(number.From, order.Here)))
                .With(FixProperties.Formula, formula.Shape.ToString())
            : null;

    /// <summary>Whether a formula keeps the order along an axis; null stands for all numbers at once.</summary>
    private static bool Keeps(Formula formula, Fact<int>? axis, Fact<int> rank) => formula.Shape switch
    {
        FormulaShape.Sigmoid => true,
        FormulaShape.Softmax => axis is { } along && Axis.Same(along, formula.Axis, rank) == true,
        _ => false,
    };
}
