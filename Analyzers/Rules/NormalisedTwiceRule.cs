using System.Collections.Immutable;
using System.Linq;
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

    public override Finding? Check(Observation observation) => observation switch
    {
        ConversionObservation conversion when conversion.Input.Kinds.All(Kind.Probabilities)
            => Report(conversion, conversion.Input, conversion.Name, conversion.Result, conversion.Link),
        SinkObservation sink when sink.Arrived.Kinds.All(Kind.Probabilities) && sink.Needed.Contains(Kind.Logits) && Written(sink) is { } written
            => Report(sink, sink.Arrived, sink.Sink.Name, written.Kind, written.Link),
        _ => null,
    };

    /// <summary>What a member that converts one argument writes into another.</summary>
    private static (Kind Kind, Link Link)? Written(SinkObservation sink)
        => sink.Sink.Parameters.FirstOrDefault(parameter => parameter.IsDestination && parameter.Kinds.All((kind, _) => kind is Kind.Probabilities or Kind.LogProbabilities)) is { } destination
            ? destination.Kinds.Members().First()
            : null;

    private static Finding Report(Observation seen, Number input, string name, Kind result, Link link)
        => new Finding(Descriptor, seen.Where, input.From, EquatableArray.Of(name, Text.Origin(input.From, seen.Here)))
            .With(FixProperties.Kind, result.ToString())
            .With(FixProperties.Link, link.ToString());
}
