using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT3002: a softmax meets a binary loss, or a sigmoid a categorical one.</summary>
internal sealed class TaskMismatchRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT3002",
        "Activation and loss belong to different tasks",
        "The prediction comes from a {0}{1}, which is for {2}, but '{3}' is a loss for {4}",
        Categories.Task,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A softmax makes classes compete: one of them is right. A sigmoid judges every class by itself: any number may be right. A loss for the one task measures the other one wrongly, and accuracy looks better than it is.",
        Help.Link + "LGT3002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation) => observation switch
    {
        SinkObservation sink when Differ(sink.Arrived, sink.Needed) && sink.Arrived.Kinds.All((kind, _) => sink.Needed.Contains(kind))
            => Report(sink, sink.Arrived, sink.Needed, sink.Loss?.Row.SimpleName ?? sink.Sink.Name, sink.Loss),

        // A compiled loss is named by its task whatever it was told of logits: the task is the greater mistake.
        CompileObservation compile when Differ(compile.Output, compile.Needed)
            => Report(compile, compile.Output, compile.Needed, compile.Loss.Row.SimpleName, compile.Loss),
        _ => null,
    };

    /// <summary>Two units under a softmax are a binary classifier written with two classes, and one-hot targets fit a binary loss: that is right.</summary>
    private static bool Differ(Number arrived, KindSet needed)
    {
        var wanted = needed.CommonLink;
        var came = arrived.Kinds.CommonLink;
        return wanted != Link.None
            && came != Link.None
            && came != wanted
            && arrived.Kinds.All((kind, _) => kind is Kind.Probabilities or Kind.LogProbabilities)
            && !needed.Any((kind, _) => kind is Kind.ClassIndices or Kind.OneHot or Kind.BinaryLabels)
            && !(came == Link.Softmax && arrived.Value.ClassCount.Is(2));
    }

    private static Finding Report(Observation seen, Number arrived, KindSet needed, string loss, Layer? layer)
    {
        var (kind, link) = arrived.Kinds.Members().First();
        return new Finding(Descriptor, seen.Where, arrived.From, EquatableArray.Of(
            link.ToString().ToLowerInvariant(),
            Text.Origin(arrived.From, seen.Here),
            Task(link),
            loss,
            Task(needed.CommonLink)))
        {
            Loss = layer?.Site,
        }.With(FixProperties.Kind, kind.ToString()).With(FixProperties.Link, link.ToString());
    }

    private static string Task(Link link) => link == Link.Softmax ? "classes that exclude each other" : "yes-or-no labels";
}
