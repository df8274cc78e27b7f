using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Puts terms in for symbols, and evaluates again what waited for them, from the inside out.</summary>
internal sealed class Substitution(Evaluator evaluator, Func<ISymbol, Term?> replacement)
{
    /// <summary>
    /// What open terms became. The value of a local is one object in all terms that it is part of, so that a chain of n steps, each of which
    /// something requires, takes n evaluations and not the square of it.
    /// </summary>
    private Dictionary<Term, Term>? _rewritten;

    /// <summary>What only the evaluator knows of symbols.</summary>
    public Substitution(Evaluator evaluator)
        : this(evaluator, _ => null)
    {
    }

    public Term Rewrite(Term term)
    {
        if (!term.IsOpen)
        {
            return term;
        }

        if (term is Variable variable)
        {
            return replacement(variable.Symbol) ?? evaluator.Held(variable);
        }

        if (_rewritten is not null && _rewritten.TryGetValue(term, out var known))
        {
            return known;
        }

        var doubts = evaluator.Doubts;
        var rewritten = Evaluated(term);
        if (evaluator.Doubts == doubts)
        {
            (_rewritten ??= new(SameTerm.Instance))[term] = rewritten;
        }

        return rewritten;
    }

    /// <summary>What is known of a condition. What a member holds says nothing of when: one that is given a value later is null before.</summary>
    public Term Holds(Term condition)
        => Rewrite(condition) is var known && known is Constant { Value: false } && condition is Test { Kind: TestKind.IsNull } test && test.Operands[0] is Variable variable && evaluator.IsGivenLater(variable)
            ? Term.Unknown
            : known;

    private Term Evaluated(Term term) => term switch
    {
        // What paths joined stays joined, now that it can be: only applying several models keeps their outputs apart.
        Alternatives alternatives => Terms.JoinAll(alternatives.Options.Select(Rewrite), alternatives.AreSuccessive),
        Choice choice => Chosen(choice),
        _ => evaluator.Evaluate(RewriteParts(term)),
    };

    /// <summary>Rewrites the operands only, so that the term itself can be evaluated under an observer.</summary>
    public Term RewriteParts(Term term) => term switch
    {
        { IsOpen: false } => term,
        Layer layer => layer with { Settings = Rewrite(layer.Settings) },
        Composition composition => composition with { Layers = Rewrite(composition.Layers) },
        Graph graph => graph with { Output = Rewrite(graph.Output) },
        Sequence sequence => new Sequence(Rewrite(sequence.Elements)),
        TupleTerm tuple => new TupleTerm(Rewrite(tuple.Elements)),
        LibraryCall call => call with { Receiver = call.Receiver is { } receiver ? Rewrite(receiver) : null, Arguments = Rewrite(call.Arguments) },
        Application application => application with { Callee = Rewrite(application.Callee), Arguments = Rewrite(application.Arguments) },
        Arithmetic arithmetic => arithmetic with { Operands = Rewrite(arithmetic.Operands) },
        ElementOf element => element with { Whole = Rewrite(element.Whole) },
        Indexed indexed => indexed with { Whole = Rewrite(indexed.Whole) },
        Promise promise => promise with { Value = Rewrite(promise.Value) },
        Many many => new Many(Rewrite(many.Element)),
        Repeated repeated => new Repeated(Rewrite(repeated.Element)),
        Grown grown => grown with { Whole = Rewrite(grown.Whole), Item = Rewrite(grown.Item) },
        Map map => new Map(EquatableArray.From(map.Entries.Select(entry => entry with { Value = Rewrite(entry.Value) }))),
        EntryOf entry => new EntryOf(Rewrite(entry.Whole), Rewrite(entry.Key)),
        MemberOf member => member with { Whole = Rewrite(member.Whole) },
        Created created => created with { Arguments = Rewrite(created.Arguments), Members = Rewrite(created.Members) },
        Function function => function with { Receiver = function.Receiver is { } receiver ? Rewrite(receiver) : null, Closure = Rewrite(function.Closure) },
        Test test => test with { Operands = Rewrite(test.Operands) },
        _ => term,
    };

    /// <summary>Only the branch that is taken is looked at, where that is known.</summary>
    private Term Chosen(Choice choice) => Rewrite(choice.Condition) switch
    {
        Constant { Value: bool holds } => Rewrite(holds ? choice.WhenTrue : choice.WhenFalse),
        var condition => Conditions.Choose(condition, Rewrite(choice.WhenTrue), Rewrite(choice.WhenFalse)),
    };

    private EquatableArray<Term> Rewrite(EquatableArray<Term> terms) => terms.Each(Rewrite);

    private EquatableArray<Argument> Rewrite(EquatableArray<Argument> arguments) => arguments.Each(Rewrite);

    private EquatableArray<Binding> Rewrite(EquatableArray<Binding> bindings)
        => bindings.Each(binding => Rewrite(binding.Value) is var value && ReferenceEquals(value, binding.Value) ? binding : binding with { Value = value });

    private Argument Rewrite(Argument argument) => Rewrite(argument.Value) is var value && ReferenceEquals(value, argument.Value) ? argument : argument with { Value = value };

    /// <summary>The very same term: comparing structures would cost what is to be saved.</summary>
    private sealed class SameTerm : IEqualityComparer<Term>
    {
        public static SameTerm Instance { get; } = new();

        public bool Equals(Term x, Term y) => ReferenceEquals(x, y);

        public int GetHashCode(Term term) => RuntimeHelpers.GetHashCode(term);
    }
}
