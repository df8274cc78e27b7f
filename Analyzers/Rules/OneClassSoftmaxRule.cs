using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT3001: a softmax, or a loss that contains one, over a single class.</summary>
internal sealed class OneClassSoftmaxRule : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "LGT3001",
        "Softmax over a single class",
        "'{0}' works over a single class{1}: {2}",
        Categories.Task,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A softmax divides by the sum over its axis. Over one class that is the number itself: the probability is always 1, the loss always 0, and nothing is learnt. One unit wants a sigmoid, or a binary loss with logits.",
        Help.Link + "LGT3001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Descriptor);

    public override Finding? Check(Observation observation) => observation switch
    {
        ConversionObservation { Link: Link.Softmax } conversion when Evaluator.IsOneClass(conversion.Input.Value, conversion.Axis)
            => Report(conversion, conversion.Name, conversion.Input, "the result is always 1"),
        SinkObservation sink when IsSoftmaxLoss(sink.Needed) && IsOneClass(sink.Arrived, sink.NeededAxis)
            => Report(sink, sink.Loss?.Row.SimpleName ?? sink.Sink.Name, sink.Arrived, "the loss is always 0"),
        CompileObservation compile when IsSoftmaxLoss(compile.Needed) && IsOneClass(compile.Output, Fact<int>.Of(-1))
            => Report(compile, compile.Loss.Row.SimpleName, compile.Output, "the loss is always 0"),
        _ => null,
    };

    private static bool IsSoftmaxLoss(KindSet needed) => needed.All((kind, link) => kind == Kind.Logits && link == Link.Softmax);

    /// <summary>A loss over (N, C) counts its classes on axis 1, which is the last one unless the rank is known to be another.</summary>
    private static bool IsOneClass(Number number, Fact<int> axis)
        => number.Kinds.All((kind, _) => kind is Kind.Logits or Kind.Scores)
            && number.Value.ClassCount.Is(1)
            && number.Value.ClassAxis.Is(-1)
            && (axis.Is(-1) || (axis.Is(1) && (!number.Value.Rank.IsKnown || number.Value.Rank.Is(2))));

    private static Finding Report(Observation seen, string name, Number number, string consequence)
        => new(Descriptor, seen.Where, number.From, EquatableArray.Of(name, Text.Origin(number.From, seen.Here), consequence));
}
