using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1001: a softmax or sigmoid output arrives where logits are needed.</summary>
internal sealed class ProbabilitiesToLogitsRule : SinkRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1001",
        "Probabilities reach an API that expects logits",
        "{0} holds {1}{2}, but '{3}' expects logits and normalises them again",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A loss that applies softmax or sigmoid itself gets values that went through one already. The loss can never reach zero, and its gradients shrink.",
        Help.Link + "LGT1001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is SinkObservation sink
            && Takes(sink, Kind.Logits, Kind.Probabilities)
            && sink.Arrived.Kinds.All(Kind.Probabilities)
            ? Report(Descriptor, sink, Kind.Logits)
            : null;
}
