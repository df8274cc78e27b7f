using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1002: logits, or the scores of an affine layer, arrive where probabilities are needed.</summary>
internal sealed class LogitsToProbabilitiesRule : SinkRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1002",
        "Logits reach an API that expects probabilities",
        "{0} holds unnormalised {1}{2}, but '{3}' expects probabilities between 0 and 1",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The value was never normalised: it can be negative and above one. The loss throws, clamps it or trains towards nonsense; a sampler draws from something that is no distribution.",
        Help.Link + "LGT1002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is SinkObservation sink
            && Takes(sink, Kind.Probabilities, Kind.Logits, Kind.LogProbabilities, Kind.Scores)
            && sink.Arrived.Kinds.All((kind, _) => kind is Kind.Logits or Kind.Scores)
            ? Report(Descriptor, sink, Kind.Probabilities)
            : null;
}
