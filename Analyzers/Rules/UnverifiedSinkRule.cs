using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT0002: a sink gets a value of which nothing is known.</summary>
internal sealed class UnverifiedSinkRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT0002",
        "Sink not verified",
        "'{0}' expects {1}, and what {2} holds is not known: annotate where it comes from",
        Categories.Verification,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        "In strict mode silence means verified: a loss or a sampler whose input kind could not be established is reported.",
        Help.Link + "LGT0002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is UnverifiedObservation sink
            ? new Finding(Descriptor, sink.Where, EquatableArray<Place>.Empty, EquatableArray.Of(sink.Sink, Text.Name(sink.Needed), Text.Subject(sink.Where, sink.Here)))
            : null;
}
