using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>LGT1006: log-probabilities arrive where logits are needed: redundant where both are of a softmax, else wrong.</summary>
internal sealed class LogProbabilitiesToLogitsRule : SinkRule
{
    private const string Title = "Log-probabilities reach a loss that expects logits";
    private const string Description = "Softmax of log-softmax is the softmax again, so cross-entropy of log-softmax is right and wastes a pass. A sigmoid of log-softmax or of log-sigmoid, or a softmax of log-sigmoid, is something else: it trains wrongly.";

    public static readonly DiagnosticDescriptor Redundant = new(
        "LGT1006",
        Title,
        "{0} holds {1}{2}; '{3}' normalises and takes the logarithm itself, so doing it before is wasted",
        Categories.Contracts,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        Description,
        Help.Link + "LGT1006.md");

#pragma warning disable RS2001 // One id with two severities: the release file names the one of the default case.
    public static readonly DiagnosticDescriptor Wrong = new(
        "LGT1006",
        Title,
        "{0} holds {1}{2}, but '{3}' expects logits; what it makes of these are other probabilities, so it trains wrongly",
        Categories.Contracts,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        Description,
        Help.Link + "LGT1006.md");
#pragma warning restore RS2001

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Redundant, Wrong);

    public override Finding? Check(Observation observation)
    {
        if (observation is not SinkObservation sink || !Takes(sink, Kind.Logits, Kind.LogProbabilities, Kind.Probabilities) || !sink.Arrived.Kinds.All(Kind.LogProbabilities))
        {
            return null;
        }

        var needed = sink.Needed.Members().First(member => member.Kind == Kind.Logits).Link;
        var arrived = sink.Arrived.Kinds.CommonLink;
        if (needed != Link.None && arrived != Link.None && (needed != arrived || arrived == Link.Sigmoid))
        {
            return Report(Wrong, sink, Kind.Logits);
        }

        // Over another axis than the loss's the values are logits like any others, whatever one may think of it.
        var isOtherAxis = Axis.Same(sink.NeededAxis, sink.Arrived.Value.ClassAxis, sink.Arrived.Value.Rank) == false;
        return isOtherAxis ? null : Report(Redundant, sink, Kind.Logits);
    }
}
