using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT0001: a sink gets what it needs, and it is known from where.</summary>
internal sealed class VerifiedSinkRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT0001",
        "Sink verified",
        "{0} holds {1}{2}, as '{3}' expects",
        Categories.Verification,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: false,
        "In strict mode: the kind at this sink is known and right.",
        Help.Link + "LGT0001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is SinkObservation sink && Agrees(sink.Arrived.Kinds, sink.Needed)
            ? new Finding(Descriptor, sink.Where, sink.Arrived.From, EquatableArray.Of(
                Text.Subject(sink.Where, sink.Here),
                Text.Name(sink.Arrived.Kinds),
                Text.Origin(sink.Arrived.From, sink.Here),
                sink.Loss?.Row.SimpleName ?? sink.Sink.Name))
            : null;

    /// <summary>Scores are what a from-logits sink takes: a classifier trained by it makes logits of them.</summary>
    private static bool Agrees(KindSet arrived, KindSet needed)
        => arrived.All((kind, _) => needed.Contains(kind) || (kind == Kind.Scores && needed.Contains(Kind.Logits)));
}
