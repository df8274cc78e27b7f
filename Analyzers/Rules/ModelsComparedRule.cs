using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT4001: logits of different models are ranked against each other.</summary>
internal sealed class ModelsComparedRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT4001",
        "Logits of different models compared",
        "The logits of '{0}' and of '{1}' are compared: each model has a scale and an offset of its own, so the greater number is not the surer one; compare probabilities",
        Categories.Models,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Logits are defined up to a constant, and their spread is the model's own. Between models only (calibrated) probabilities can be compared.",
        Help.Link + "LGT4001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation) => observation switch
    {
        ComparisonObservation { Left: Number left, Right: Number right } comparison when Differ(left, right) => Report(comparison.Where, left, right),
        RankingObservation { Candidates: { Count: > 1 } candidates } ranking when candidates[0] is Number first && candidates.Skip(1).FirstOrDefault(other => other is Number second && Differ(first, second)) is Number second
            => Report(ranking.Where, first, second),
        _ => null,
    };

    private static bool Differ(Number left, Number right)
        => left.Kinds.All(Kind.Logits)
            && right.Kinds.All(Kind.Logits)
            && left.Value.Origin.TryGet(out var first)
            && right.Value.Origin.TryGet(out var second)
            && !first.Equals(second);

    private static Finding Report(SyntaxNode where, Number left, Number right)
    {
        left.Value.Origin.TryGet(out var first);
        right.Value.Origin.TryGet(out var second);
        var links = left.Kinds.Join(right.Kinds).CommonLink;
        return new Finding(Descriptor, where, EquatableArray.From(left.From.Concat(right.From)), EquatableArray.Of(first.Name, second.Name))
            .With(FixProperties.Link, links.ToString());
    }
}
