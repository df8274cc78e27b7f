using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1003: something else arrives where log-probabilities are needed.</summary>
internal sealed class LogProbabilitiesExpectedRule : SinkRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1003",
        "Log-probabilities expected",
        "{0} holds {1}{2}, but '{3}' expects log-probabilities",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A negative log-likelihood of anything but logarithms of probabilities is no likelihood: the loss goes below zero, or stops meaning anything.",
        Help.Link + "LGT1003.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is SinkObservation sink
            && Takes(sink, Kind.LogProbabilities, Kind.Logits, Kind.Probabilities, Kind.Scores)
            && sink.Arrived.Kinds.All((kind, _) => kind is Kind.Logits or Kind.Scores or Kind.Probabilities)
            ? Report(Descriptor, sink, Kind.LogProbabilities)
            : null;
}
