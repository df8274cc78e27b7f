using System.Globalization;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>What the rules about a kind at a sink share: the message's parts, the places, and what the fixes are told.</summary>
internal abstract class SinkRule : Rule
{
    /// <summary>Whether a sink takes predictions of a kind and none of the others; a sink for labels is another matter.</summary>
    protected static bool Takes(SinkObservation sink, Kind kind, params Kind[] others)
        => sink.Needed.Contains(kind)
            && !others.Any(sink.Needed.Contains)
            && !sink.Needed.Any((k, _) => k is Kind.ClassIndices or Kind.OneHot or Kind.BinaryLabels);

    protected static Finding Report(DiagnosticDescriptor descriptor, SinkObservation sink, Kind needed)
    {
        var (kind, link) = sink.Arrived.Kinds.Members().First();
        var finding = new Finding(descriptor, sink.Where, sink.Arrived.From, EquatableArray.Of(
            Text.Subject(sink.Where, sink.Here),
            Text.Name(sink.Arrived.Kinds),
            Text.Origin(sink.Arrived.From, sink.Here),
            Api(sink)))
        {
            Loss = sink.Loss?.Site,
        };
        var axis = sink.NeededAxis.IsKnown ? sink.NeededAxis : sink.Arrived.Value.ClassAxis;
        var axisText = axis.TryGet(out var known) ? known.ToString(CultureInfo.InvariantCulture) : null;
        return WithCounterpart(finding, sink, kind)
            .With(FixProperties.Kind, kind.ToString())
            .With(FixProperties.Link, link.ToString())
            .With(FixProperties.Parameter, sink.Parameter)
            .With(FixProperties.Axis, axisText)
            .With(FixProperties.Setting, sink.Decider?.Setting)
            .With(FixProperties.SettingValue, sink.Decider?.Value is bool value ? (value ? "false" : "true") : null)
            .With(FixProperties.Conversion, Conversion(sink, needed, link)?.Replace("{axis}", axisText ?? "-1"))
            .With(FixProperties.Spelling, Spelling(sink, kind, link));
    }

    /// <summary>How the library's users turn what arrived into what is needed, by the sink's link, else by the value's.</summary>
    private static string? Conversion(SinkObservation sink, Kind needed, Link arrived)
    {
        var link = sink.Needed.Members().First(member => member.Kind == needed).Link;
        link = link != Link.None ? link : arrived != Link.None ? arrived : Link.Softmax;
        return CatalogueIndex.BuiltIn.Spelling(sink.Sink.Type.Library, needed, link);
    }

    /// <summary>How the conversion that was made would be written; nothing where its axis is not known.</summary>
    private static string? Spelling(SinkObservation sink, Kind kind, Link link)
    {
        var spelling = CatalogueIndex.BuiltIn.Spelling(sink.Sink.Type.Library, kind, link);
        return spelling is null || !spelling.Contains("{axis}") ? spelling
            : sink.Arrived.Value.ClassAxis.TryGet(out var axis) ? spelling.Replace("{axis}", axis.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static Finding WithCounterpart(Finding finding, SinkObservation sink, Kind kind)
    {
        var row = sink.Loss is null ? sink.Sink : sink.Loss.Factory;
        var wanted = kind == Kind.Scores ? Kind.Logits : kind;
        var counterpart = row?.Counterparts.FirstOrDefault(other => other.Kind == wanted);
        return counterpart is not null && row!.Type.Members.FirstOrDefault(member => member.Name == counterpart.Member) is { } member
            ? finding.With(FixProperties.Counterpart, counterpart.Member).With(FixProperties.CounterpartParameters, string.Join(",", member.Parameters.Select(parameter => parameter.Name)))
            : finding;
    }

    /// <summary>The name by which the user knows the sink, with the switch that decided what it needs.</summary>
    private static string Api(SinkObservation sink)
    {
        var name = sink.Loss?.Row.SimpleName ?? (sink.Sink.Name == MemberRow.ConstructorName ? sink.Sink.Type.SimpleName : sink.Sink.Name);
        return sink.Decider is { Value: bool value } decider ? $"{name} ({decider.Setting}: {(value ? "true" : "false")})" : name;
    }
}
