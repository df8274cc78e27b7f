using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>The types of the source: who derives from whom, which member a type's object runs, who assigns members of others.</summary>
internal sealed class SourceTypes
{
    /// <summary>Of more than these the overrides are not compared.</summary>
    private const int CandidateLimit = 6;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _candidates = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _all;
    private readonly Lazy<ILookup<string, SyntaxNode>> _assignments;

    private readonly IAssemblySymbol _source;

    public SourceTypes(Compilation compilation)
    {
        _source = compilation.Assembly;
        _all = new Lazy<ImmutableArray<INamedTypeSymbol>>(() => All(compilation.Assembly.GlobalNamespace).ToImmutableArray());
        _assignments = new Lazy<ILookup<string, SyntaxNode>>(() => compilation.SyntaxTrees
            .SelectMany(tree => TreeNames.Of(tree).Assignments)
            .Where(assigned => assigned.Target.Before is not (null or NameUse.This))
            .SelectMany(assigned => Assigned(assigned.Target.Name, assigned.Where))
            .Distinct()
            .ToLookup(pair => pair.Name, pair => pair.Block));
    }

    /// <summary>The types whose objects a variable of this type may hold; empty where that says too little.</summary>
    public ImmutableArray<INamedTypeSymbol> Candidates(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { OriginalDefinition: var definition } || definition.DeclaringSyntaxReferences.IsEmpty || !SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, _source))
        {
            return ImmutableArray<INamedTypeSymbol>.Empty;
        }

        return _candidates.GetOrAdd(definition, d => Derived((INamedTypeSymbol)d));
    }

    private ImmutableArray<INamedTypeSymbol> Derived(INamedTypeSymbol definition)
    {
        if (definition.IsSealed)
        {
            return ImmutableArray.Create(definition);
        }

        var candidates = _all.Value.Where(candidate => !candidate.IsAbstract && IsA(candidate, definition)).Take(CandidateLimit + 1).ToImmutableArray();
        return candidates.Length > CandidateLimit ? ImmutableArray<INamedTypeSymbol>.Empty : candidates;
    }

    /// <summary>The bodies that assign a member of this name to some object.</summary>
    public IEnumerable<SyntaxNode> Assigning(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _assignments.Value[name];
    }

    /// <summary>The member that an object of a type runs for a virtual, abstract or interface member; null where it has none.</summary>
    public static T? Implementation<T>(INamedTypeSymbol type, T member)
        where T : class, ISymbol
    {
        if (member.ContainingType is { TypeKind: TypeKind.Interface } contract)
        {
            foreach (var implemented in type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, contract.OriginalDefinition)))
            {
                var declared = implemented.GetMembers(member.Name).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition));
                if (declared is not null && type.FindImplementationForInterfaceMember(declared) is T found)
                {
                    return (T)found.OriginalDefinition;
                }
            }

            return null;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var own in current.GetMembers(member.Name).OfType<T>())
            {
                for (ISymbol? overridden = own; overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                    {
                        return (T)own.OriginalDefinition;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>
    /// What applying a model of the source runs: its own version of what the library applies it by, or its <c>forward</c>, found by name, for
    /// in old versions that overrides nothing.
    /// </summary>
    public static IMethodSymbol? Forward(INamedTypeSymbol type, int arguments, Catalogue.Catalogue catalogue)
    {
        for (INamedTypeSymbol? current = type; current is not null && IsBeside(current, type); current = current.BaseType)
        {
            var found = current.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
                (method.Name == "forward" || (method.IsOverride && catalogue.Find(method) is { Row.Result.Rule: ResultRule.Applies }))
                && !method.IsAbstract && arguments <= method.Parameters.Length && method.Parameters.Count(p => !p.IsOptional) <= arguments);
            if (found is not null)
            {
                return found.OriginalDefinition;
            }
        }

        return null;
    }

    /// <summary>The type itself and its bases, as far as they are in the source.</summary>
    public static IEnumerable<INamedTypeSymbol> Lineage(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && IsBeside(current, type); current = current.BaseType)
        {
            yield return current.OriginalDefinition;
        }
    }

    /// <summary>Whether a base type is declared in the same program as a type of the source.</summary>
    public static bool IsBeside(INamedTypeSymbol ancestor, INamedTypeSymbol type)
        => !ancestor.DeclaringSyntaxReferences.IsEmpty && SymbolEqualityComparer.Default.Equals(ancestor.ContainingAssembly, type.ContainingAssembly);

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static bool IsA(INamedTypeSymbol candidate, INamedTypeSymbol definition)
    {
        if (definition.TypeKind == TypeKind.Interface)
        {
            return candidate.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, definition));
        }

        for (INamedTypeSymbol? current = candidate; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, definition))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            {
                yield return type;
            }

            foreach (var nested in All(member))
            {
                yield return nested;
            }
        }
    }

    private static IEnumerable<(string Name, SyntaxNode Block)> Assigned(string name, AssignmentExpressionSyntax assignment)
    {
        foreach (var node in assignment.Ancestors())
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } or CompilationUnitSyntax
                || CompilationFlow.Initializer(node) == node)
            {
                yield return (name, node);
                yield break;
            }
        }
    }
}
