using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT7002: what an annotated member returns, is assigned or is passed is of another kind.</summary>
internal sealed class AnnotationContradictedRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT7002",
        "Annotation contradicted",
        "{0} holds {1}{2}, but '{3}' is annotated as {4}",
        Categories.Annotations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A member says by an attribute what it holds or takes, and is given something else. Either the attribute is wrong, or a conversion is missing.",
        Help.Link + "LGT7002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation) => observation switch
    {
        PromiseObservation promise when Contradicts(promise.Arrived.Kinds, promise.Promised)
            => Report(promise, promise.Arrived, promise.Promised, promise.Member),
        SinkObservation { Sink.IsOwn: true } sink when Contradicts(sink.Arrived.Kinds, sink.Needed)
            => Report(sink, sink.Arrived, sink.Needed, sink.Parameter ?? sink.Sink.Name),
        _ => null,
    };

    /// <summary>Scores may turn out to be logits, and logits are scores.</summary>
    private static bool Contradicts(KindSet arrived, KindSet promised)
        => arrived.All((kind, link) => !promised.Any((wanted, wantedLink) => Fits(kind, wanted) && (link == Link.None || wantedLink == Link.None || link == wantedLink)));

    private static bool Fits(Kind kind, Kind wanted)
        => kind == wanted || (kind is Kind.Scores or Kind.Logits && wanted is Kind.Scores or Kind.Logits);

    private static Finding Report(Observation seen, Number arrived, KindSet promised, string member)
        => new(Descriptor, seen.Where, arrived.From, EquatableArray.Of(
            Text.Subject(seen.Where, seen.Here),
            Text.Name(arrived.Kinds, promised),
            Text.Origin(arrived.From, seen.Here),
            member,
            Text.Name(promised, arrived.Kinds)));
}
