using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>The rules, in the order of precedence: of several that explain one observation the first, the most specific, speaks.</summary>
internal static class RuleBook
{
    public static ImmutableArray<Rule> All { get; } = ImmutableArray.Create<Rule>(
        new AnnotationContradictedRule(),
        new OverrideChangesKindRule(),
        new OneClassSoftmaxRule(),
        new NormalisedTwiceRule(),
        new TaskMismatchRule(),
        new CompiledLossRule(),
        new ProbabilitiesToLogitsRule(),
        new LogitsToProbabilitiesRule(),
        new LogProbabilitiesExpectedRule(),
        new LogProbabilitiesToProbabilitiesRule(),
        new LogProbabilitiesToLogitsRule(),
        new ModelsComparedRule(),
        new LogitThresholdRule(),
        new LogOfSoftmaxRule(),
        new LogOfSigmoidRule(),
        new RedundantSoftmaxRule(),
        new UnannotatedRule(),
        new UnverifiedSinkRule(),
        new VerifiedSinkRule());

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = All.SelectMany(rule => rule.Descriptors).ToImmutableArray();

    public static Finding? Judge(Observation observation)
        => All.Select(rule => rule.Check(observation)).FirstOrDefault(finding => finding is not null);
}
