using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// The summary of a body, symbolic in its parameters, the fields and the variables that it captures.
/// </summary>
/// <param name="Result">What it returns.</param>
/// <param name="Requirements">What has to be decided, here or by whoever closes the symbols.</param>
/// <param name="Writes">What it assigns to each local, parameter, field and property, all assignments joined.</param>
internal sealed record Body(Term Result, ImmutableArray<Requirement> Requirements, ImmutableDictionary<ISymbol, Term> Writes)
{
    public static Body Empty { get; } = new(Term.Unknown, ImmutableArray<Requirement>.Empty, ImmutableDictionary.Create<ISymbol, Term>(SymbolEqualityComparer.Default));

    /// <summary>What the parameters of a method stand for at a call.</summary>
    public static ImmutableDictionary<ISymbol, Term> Bind(IMethodSymbol method, EquatableArray<Argument> arguments)
    {
        var bound = ImmutableDictionary.CreateBuilder<ISymbol, Term>(SymbolEqualityComparer.Default);
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var parameter = method.Parameters[i];
            var argument = Argument.Named(arguments, parameter.Name) ?? (i < arguments.Count && arguments[i].Name.Length == 0 ? arguments[i] : null);
            bound[parameter] = argument?.Value ?? Term.Unknown;
        }

        return bound.ToImmutable();
    }
}

/// <summary>A call that has to be looked at once its operands are known: a deferred application.</summary>
/// <param name="Term">The call.</param>
/// <param name="IsCertain">Whether every path through the body comes here.</param>
/// <param name="Via">The calls through which it came here from another body, innermost first.</param>
internal sealed record Requirement(Term Term, bool IsCertain, EquatableArray<Place> Via);

/// <summary>The summaries of the functions of the source that are known to a flow.</summary>
internal interface IFunctionBodies
{
    /// <summary>The summary of a lambda or local function; null where there is none.</summary>
    Body? Body(IMethodSymbol function);
}
