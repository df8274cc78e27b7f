using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1005: a softmax or sigmoid of probabilities.</summary>
internal sealed class NormalisedTwiceRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT1005",
        "Normalised twice",
        "'{0}' is applied to probabilities{1}: normalising twice flattens them towards equal chances",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A softmax of probabilities squeezes them together: of three classes the surest answer possible gets 0.58. A sigmoid of them lies between 0.5 and 0.73.",
        Help.Link + "LGT1005.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation)
        => observation is ConversionObservation conversion && conversion.Input.Kinds.All(Kind.Probabilities)
            ? new Finding(Descriptor, conversion.Where, conversion.Input.From, EquatableArray.Of(conversion.Name, Text.Origin(conversion.Input.From, conversion.Here)))
                .With(FixProperties.Kind, conversion.Result.ToString())
                .With(FixProperties.Link, conversion.Link.ToString())
            : null;
}
