using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT7003: an override says another kind than what it overrides.</summary>
internal sealed class OverrideChangesKindRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT7003",
        "Override or implementation changes the kind",
        "'{0}' is annotated as {1}, but '{2}', which it overrides or implements, as {3}",
        Categories.Annotations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Who calls a member through its base type or interface relies on what is written there.",
        Help.Link + "LGT7003.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is OverrideObservation change
            ? new Finding(Descriptor, change.Where, EquatableArray<Place>.Empty, EquatableArray.Of(change.Member, Text.Name(change.Promised), change.Overridden, Text.Name(change.Inherited)))
                .With(FixProperties.Kind, First(change.Inherited).Kind.ToString())
                .With(FixProperties.Link, First(change.Inherited).Link.ToString())
            : null;

    private static (Kind Kind, Link Link) First(KindSet kinds)
    {
        foreach (var member in kinds.Members())
        {
            return member;
        }

        return default;
    }
}
