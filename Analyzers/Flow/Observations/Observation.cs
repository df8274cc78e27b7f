using System.Collections.Immutable;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Something that the flow saw and a rule may judge. Rules see these, and no operations.</summary>
/// <param name="Where">The syntax that a finding would mark.</param>
internal abstract record Observation(SyntaxNode Where)
{
    /// <summary>Where the finding is read, if that is another place: the call that closes the contradiction.</summary>
    public SyntaxNode? ReadAt { get; init; }

    /// <summary>The place that messages take for granted.</summary>
    public SyntaxNode Here => ReadAt ?? Where;
}

/// <summary>A value arrives where a kind is needed.</summary>
/// <param name="Arrived">The value.</param>
/// <param name="Needed">The kinds that would be right.</param>
/// <param name="NeededAxis">The class axis that the sink works along, where it fixes one.</param>
/// <param name="Sink">The member that needs it.</param>
/// <param name="Parameter">The parameter that it is for; null for the receiver.</param>
/// <param name="Loss">The loss object whose call this is, if it is one.</param>
/// <param name="Decider">The argument or setting that decided what is needed, if one did.</param>
internal sealed record SinkObservation(
    SyntaxNode Where,
    Number Arrived,
    KindSet Needed,
    Fact<int> NeededAxis,
    MemberRow Sink,
    string? Parameter,
    Layer? Loss,
    Decider? Decider) : Observation(Where);

/// <summary>The switch that decided what a sink needs.</summary>
/// <param name="Setting">Its name, for instance <c>from_logits</c>.</param>
/// <param name="Value">What it is.</param>
internal sealed record Decider(string Setting, object? Value);

/// <summary>A value is returned from, or assigned to, a member of which an annotation says what it holds.</summary>
internal sealed record PromiseObservation(SyntaxNode Where, Number Arrived, KindSet Promised, string Member) : Observation(Where);

/// <summary>A sink gets a value of which the kind is not known.</summary>
internal sealed record UnverifiedObservation(SyntaxNode Where, KindSet Needed, string Sink) : Observation(Where);

/// <summary>An override or implementation says another kind than what it overrides or implements.</summary>
internal sealed record OverrideObservation(SyntaxNode Where, string Member, KindSet Promised, string Overridden, KindSet Inherited) : Observation(Where);

/// <summary>A public member of which the kind is known and not written down.</summary>
internal sealed record UnannotatedObservation(SyntaxNode Where, string Member, Kind Kind, Link Link) : Observation(Where);

/// <summary>Scores are turned into probabilities or their logarithms.</summary>
/// <param name="Input">What is converted, where it is known.</param>
/// <param name="Result">What comes out.</param>
/// <param name="Axis">The axis, of a softmax.</param>
/// <param name="Name">What converts.</param>
internal sealed record ConversionObservation(SyntaxNode Where, Number Input, Kind Result, Link Link, Fact<int> Axis, string Name) : Observation(Where);

/// <summary>A model is compiled with a loss.</summary>
internal sealed record CompileObservation(SyntaxNode Where, Number Output, KindSet Needed, Layer Loss, Decider? Decider) : Observation(Where);

/// <summary>Only the order of a value's numbers is used.</summary>
/// <param name="Axis">The axis along which they are ordered; null for all of them at once.</param>
/// <param name="IsOnlyReader">Whether nothing else reads the value, nor the values beside the positions.</param>
internal sealed record OrderObservation(SyntaxNode Where, Number Input, Fact<int>? Axis, string Name, bool IsOnlyReader) : Observation(Where);

/// <summary>Two values are compared by order, or the greater is taken.</summary>
internal sealed record ComparisonObservation(SyntaxNode Where, Term Left, Term Right, SyntaxNode? LeftSyntax, SyntaxNode? RightSyntax) : Observation(Where);

/// <summary>Values are put side by side and ranked.</summary>
internal sealed record RankingObservation(SyntaxNode Where, EquatableArray<Term> Candidates) : Observation(Where);

/// <summary>The logarithm of a value is taken.</summary>
internal sealed record LogarithmObservation(SyntaxNode Where, Number Operand) : Observation(Where);

/// <summary>Takes what the flow sees.</summary>
internal interface IObserver
{
    /// <summary>Whether what is observed happens on every path: only then one of several models that may arrive is judged on its own.</summary>
    bool IsCertain { get; }

    /// <summary>How much was observed until now, by this one and by all with whom it shares.</summary>
    int Count { get; }

    void Observe(Observation observation);

    /// <summary>What was observed from a count on, as seen from here; null where it is kept back.</summary>
    ImmutableArray<Sighting>? Since(int count);

    /// <summary>The observer of what happens behind a call or a creation; null where nobody looks that deep.</summary>
    IObserver? Through(Crossing crossing);
}

/// <summary>A call, or the creation of an object, through which a body was looked into.</summary>
/// <param name="Callee">The body.</param>
/// <param name="Receiver">The object whose member was called, where it is known.</param>
internal sealed record Crossing(Place Site, Body Callee, Created? Receiver);
