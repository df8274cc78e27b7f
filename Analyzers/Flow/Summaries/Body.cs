using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// The summary of a body, symbolic in its parameters, the members of its object and the variables that it captures.
/// </summary>
internal sealed class Body(ISymbol? owner, Term result, ImmutableArray<Requirement> requirements)
{
    private static readonly ImmutableDictionary<ISymbol, Term> s_nothing = ImmutableDictionary.Create<ISymbol, Term>(SymbolEqualityComparer.Default);

    /// <summary>Of a body that is not there, or that cost too much.</summary>
    public static Body Empty { get; } = new(null, Term.Unknown, ImmutableArray<Requirement>.Empty);

    /// <summary>The member, lambda or local function that it belongs to.</summary>
    public ISymbol? Owner { get; } = owner;

    /// <summary>What it returns.</summary>
    public Term Result { get; } = result;

    /// <summary>What has to be decided, here or by whoever closes the symbols.</summary>
    public ImmutableArray<Requirement> Requirements { get; } = requirements;

    /// <summary>Those of them that a caller can decide.</summary>
    public ImmutableArray<Requirement> OpenRequirements { get; } = requirements.Where(requirement => requirement.Term.IsOpen).ToImmutableArray();

    /// <summary>What it assigns to each local, parameter, field and property, all assignments joined.</summary>
    public ImmutableDictionary<ISymbol, Term> Writes { get; init; } = s_nothing;

    /// <summary>What its object initialisers give to members, all of them joined.</summary>
    public ImmutableDictionary<ISymbol, Term> Initialised { get; init; } = s_nothing;

    /// <summary>What the fields, properties and reference parameters that it assigns hold when it ends.</summary>
    public ImmutableDictionary<ISymbol, Term> Exit { get; init; } = s_nothing;

    /// <summary>Whether it hands its object to somebody, who may change it.</summary>
    public bool LendsItself { get; init; }

    /// <summary>The lambdas and local functions in it.</summary>
    public ImmutableDictionary<ISymbol, Body> Functions { get; init; } = ImmutableDictionary.Create<ISymbol, Body>(SymbolEqualityComparer.Default);
}

/// <summary>A call that has to be looked at once its operands are known: a deferred application.</summary>
/// <param name="Term">The call.</param>
/// <param name="IsCertain">Whether every path through the body comes here.</param>
/// <param name="Path">The open conditions under which it happens.</param>
internal sealed record Requirement(Term Term, bool IsCertain, PathCondition Path);

/// <summary>The summaries of the functions of the source.</summary>
internal interface IFunctionBodies
{
    /// <summary>The summary of a method, lambda or local function; null where there is none.</summary>
    Body? Body(IMethodSymbol function);

    Showing Showing { get; }
}
