using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1004: log-probabilities arrive where probabilities are needed.</summary>
internal sealed class LogProbabilitiesToProbabilitiesRule : SinkRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1004",
        "Log-probabilities reach an API that expects probabilities",
        "{0} holds {1}{2}, which are never above zero, but '{3}' expects probabilities between 0 and 1",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Logarithms of probabilities are negative or zero. Read as probabilities they are out of range.",
        Help.Link + "LGT1004.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is SinkObservation sink
            && Takes(sink, Kind.Probabilities, Kind.LogProbabilities, Kind.Logits)
            && sink.Arrived.Kinds.All(Kind.LogProbabilities)
            ? Report(Descriptor, sink, Kind.Probabilities)
            : null;
}
