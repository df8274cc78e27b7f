using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Catalogue;

/// <summary>A row found for a symbol, and which of the row's parameters each of the symbol's is.</summary>
internal sealed class Match(MemberRow row, ImmutableArray<string> parameterNames)
{
    public MemberRow Row { get; } = row;

    /// <summary>For each parameter of the symbol, the name by which the row knows it.</summary>
    public ImmutableArray<string> ParameterNames { get; } = parameterNames;
}

/// <summary>The catalogue as one compilation sees it: rows for symbols, found by type, name and parameters, and remembered.</summary>
/// <param name="source">The assembly that is being compiled. What another project of the solution declares is no source, though its syntax may be in sight.</param>
/// <param name="annotations">Whether attributes of ours are in sight; where they are not, no symbol is asked for them.</param>
internal sealed class Catalogue(CatalogueIndex index, IAssemblySymbol? source = null, bool annotations = false)
{
    private readonly ConcurrentDictionary<ISymbol, KindSet> _promises = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Match?> _matches = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TypeRow?> _types = new(SymbolEqualityComparer.Default);

    public CatalogueIndex Index { get; } = index;

    /// <summary>The row about a method, constructor, property or field, or null where none is.</summary>
    public Match? Find(ISymbol symbol)
    {
        if (!annotations && !Index.HasMember(Name(symbol)))
        {
            return null;
        }

        var definition = symbol.OriginalDefinition;
        return _matches.TryGetValue(definition, out var known) ? known : _matches.GetOrAdd(definition, Search);
    }

    /// <summary>Whether a symbol is declared in the program that is being compiled.</summary>
    public bool IsSource(ISymbol symbol)
        => (source is null || SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, source)) && !symbol.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>The row of a type itself, or of the nearest base type or interface that has one.</summary>
    public TypeRow? Type(ITypeSymbol? type) => type is null ? null : _types.GetOrAdd(type.OriginalDefinition, t => Lineage(t).Select(Row).FirstOrDefault(row => row is not null));

    /// <summary>The row about what objects of this very type do when they are called, or null where none is.</summary>
    public MemberRow? Call(ITypeSymbol type) => Row(type.OriginalDefinition)?.Named("call").FirstOrDefault();

    /// <summary>Whether a row is about this very type: what it does is known without its source.</summary>
    public bool IsModelled(ITypeSymbol type) => Row(type.OriginalDefinition) is not null;

    /// <summary>Whether values of this type are tensors.</summary>
    public bool CarriesKind(ITypeSymbol? type) => Type(type) is { CarriesKind: true };

    private static string Name(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => MemberRow.ConstructorName,
        IPropertySymbol { IsIndexer: true } => MemberRow.IndexerName,
        _ => symbol.Name,
    };

    /// <summary>The kinds that a user's attributes say that a parameter, field, property, result or type holds; empty where they say nothing.</summary>
    public KindSet Promised(ISymbol symbol) => annotations ? _promises.GetOrAdd(symbol.OriginalDefinition, AnnotationReader.Promised) : default;

    /// <summary>The same, but for what the type says: the compiler sees to that.</summary>
    public KindSet PromisedByName(ISymbol symbol) => Promised(symbol).IsKnown ? AnnotationReader.PromisedByName(symbol.OriginalDefinition) : default;

    private Match? Search(ISymbol symbol)
    {
        var name = Name(symbol);
        if (symbol.ContainingType is not { } containing)
        {
            return null;
        }

        // What the user says goes before what the catalogue says.
        if (annotations && AnnotationReader.Member(symbol, name, Library(symbol), IsSource(symbol)) is { } own)
        {
            return new Match(own, Parameters(symbol).Select(parameter => parameter.Name).ToImmutableArray());
        }

        if (!Index.HasMember(name))
        {
            return null;
        }

        var lineage = name == MemberRow.ConstructorName ? new[] { containing } : Lineage(containing);
        return lineage
            .Select(type => Row(type) is { } row ? Best(symbol, row.Named(name)) : null)
            .FirstOrDefault(match => match is not null);
    }

    /// <summary>The modelled library whose tensors a member takes or gives.</summary>
    private string Library(ISymbol symbol)
        => Parameters(symbol).Select(parameter => parameter.Type)
            .Append(symbol switch { IMethodSymbol method => method.ReturnType, IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null })
            .Select(Type)
            .FirstOrDefault(row => row is not null)?.Library ?? "";

    private static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current.OriginalDefinition;
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract.OriginalDefinition;
        }
    }

    /// <summary>The row of a type itself. Few types are called as modelled ones are: the others need not be spelled out.</summary>
    private TypeRow? Row(ITypeSymbol type) => Index.HasType(type.MetadataName) ? Index.Type(Key(type)) : null;

    private static string Key(ITypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = outer.MetadataName + "." + name;
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }

    private static Match? Best(ISymbol symbol, IEnumerable<MemberRow> rows)
    {
        Match? best = null;
        var bestScore = int.MinValue;
        foreach (var row in rows)
        {
            if (Fit(symbol, row, out var score) is { } match && score > bestScore)
            {
                (best, bestScore) = (match, score);
            }
        }

        return best;
    }

    /// <summary>
    /// Fits a row to a symbol by parameter names, then by position and type; null where a parameter that matters has no counterpart. The
    /// score counts names above positions, and prefers the row with fewer parameters left over.
    /// </summary>
    private static Match? Fit(ISymbol symbol, MemberRow row, out int score)
    {
        score = 0;
        var parameters = Parameters(symbol);
        var names = parameters.Select(parameter => parameter.Name).ToArray();
        var taken = new bool[parameters.Length];
        var left = new List<int>();
        for (var i = 0; i < row.Parameters.Length; i++)
        {
            var wanted = row.Parameters[i];
            var found = Array.FindIndex(names, name => name == wanted.Name || wanted.FormerNames.Contains(name));
            if (found < 0 || taken[found])
            {
                left.Add(i);
                continue;
            }

            taken[found] = true;
            names[found] = wanted.Name;
            score += 4;
        }

        foreach (var i in left)
        {
            var wanted = row.Parameters[i];
            if (i < parameters.Length && !taken[i] && SimpleName(parameters[i].Type) == wanted.TypeName)
            {
                taken[i] = true;
                names[i] = wanted.Name;
                score += 2;
            }
            else if (wanted.Matters && !wanted.HasDefault)
            {
                return null;
            }
        }

        // A parameter that only one of the two has speaks against the row, a type that agrees speaks for it.
        score -= 2 * (left.Count - left.Count(i => i < taken.Length && taken[i]));
        score -= taken.Count(t => !t);
        score += row.Parameters.Count(wanted => Array.IndexOf(names, wanted.Name) is >= 0 and var at && SimpleName(parameters[at].Type) == wanted.TypeName);
        return new Match(row, names.ToImmutableArray());
    }

    private static ImmutableArray<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static string SimpleName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => SimpleName(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => SimpleName(nullable.TypeArguments[0]),
        _ => type.Name,
    };
}
