using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT7004: a public member of which the flow knows the kind.</summary>
internal sealed class UnannotatedRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT7004",
        "Kind known but not written down",
        "'{0}' gives {1}, which no annotation says",
        Categories.Annotations,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "Written down, what a public member gives is known to the code of other assemblies as well.",
        Help.Link + "LGT7004.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is UnannotatedObservation known
            ? new Finding(Descriptor, known.Where, EquatableArray<Place>.Empty, EquatableArray.Of(known.Member, Text.Name(known.Kind)))
                .With(FixProperties.Kind, known.Kind.ToString())
                .With(FixProperties.Link, known.Link.ToString())
            : null;
}
