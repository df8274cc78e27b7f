using System.Collections.Immutable;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Rules;

/// <summary>One rule: its descriptors and its judgement of what the flow saw.</summary>
internal abstract class Rule
{
    /// <summary>One descriptor; two of the same id where the severity depends on the case.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The finding that an observation is, or null where it is none of this rule's.</summary>
    public abstract Finding? Check(Observation observation);
}
