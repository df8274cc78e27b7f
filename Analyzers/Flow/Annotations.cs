using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>The attributes that a program and its references put on members of their own.</summary>
internal sealed class Annotations(Compilation compilation)
{
    private const string Runtime = "Logits.Runtime";

    private readonly Lazy<bool> _areDeclared = new(() => compilation.GetTypeByMetadataName(Word.Namespace + ".ProbabilitiesAttribute") is not null
        || compilation.GetTypesByMetadataName(Word.Namespace + ".ProbabilitiesAttribute").Length > 0);

    /// <summary>Whether the program can write them.</summary>
    public bool AreDeclared => _areDeclared.Value;

    /// <summary>
    /// Whether anybody uses them: the runtime or an assembly that refers to it is referenced, or a file of the program has a using for
    /// them. The declarations alone, which the package brings, are no use.
    /// </summary>
    public bool AreUsed { get; } = compilation.ReferencedAssemblyNames.Any(name => name.Name == Runtime)
        || compilation.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax unit && (unit.Usings.Any(IsOurs) || unit.Members.OfType<BaseNamespaceDeclarationSyntax>().Any(space => space.Usings.Any(IsOurs))))
        || compilation.SourceModule.ReferencedAssemblySymbols.Any(Declares);

    /// <summary>The names of the annotated members of referenced assemblies.</summary>
    public IEnumerable<string> ForeignNames(CancellationToken cancellation = default)
        => compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Name == Runtime || Declares(assembly) || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime)))
            .SelectMany(assembly => Types(assembly.GlobalNamespace, cancellation))
            .SelectMany(type => type.GetMembers())
            .Where(member => member.DeclaredAccessibility == Accessibility.Public && AnnotationReader.Member(member, member.Name, "", isOwn: false) is not null)
            .SelectMany(member => member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? new[] { member.ContainingType.Name } : new[] { member.Name });

    /// <summary>An override or implementation that says another kind than what it overrides or implements.</summary>
    public static IEnumerable<Observation> Overrides(ISymbol member, CancellationToken cancellation)
    {
        IEnumerable<ISymbol> promises = member is IMethodSymbol method ? method.Parameters.Concat<ISymbol>(new[] { member }) : new[] { member };
        foreach (var promise in promises)
        {
            var own = AnnotationReader.Own(promise);
            if (own.IsKnown
                && AnnotationReader.Inherited(promise) is { } inherited
                && AnnotationReader.Promised(inherited) is { IsKnown: true } before
                && !own.Equals(before)
                && promise.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } where)
            {
                yield return new OverrideObservation(Head(where), promise.Name, own, $"{inherited.ContainingType?.Name}.{(inherited is IParameterSymbol ? inherited.ContainingSymbol.Name + "." : "")}{inherited.Name}", before);
            }
        }
    }

    /// <summary>What a public member gives, where that is known and no annotation says it.</summary>
    public static Observation? Missing(ISymbol member, Term result, Catalogue.Catalogue catalogue, CancellationToken cancellation)
    {
        var symbol = member is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : member;
        var type = symbol is IMethodSymbol method ? method.ReturnType : (symbol as IPropertySymbol)?.Type;
        return result is Number { Kinds: var kinds }
            && kinds.Members().ToList() is { Count: 1 } known
            && known[0].Kind is Kind.Logits or Kind.LogProbabilities or Kind.Probabilities
            && symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false } or IPropertySymbol { IsOverride: false }
            && symbol.DeclaredAccessibility == Accessibility.Public
            && catalogue.CarriesKind(type)
            && AnnotationReader.Promised(symbol).IsEmpty
            && catalogue.IsSource(symbol)
            && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } where
            ? new UnannotatedObservation(Head(where), symbol.Name, known[0].Kind, known[0].Link)
            : null;
    }

    /// <summary>What is marked of a declaration: its type, or itself.</summary>
    private static SyntaxNode Head(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        PropertyDeclarationSyntax property => property.Type,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
        _ => declaration,
    };

    private static bool IsOurs(UsingDirectiveSyntax directive) => directive.Name?.ToString() == Word.Namespace;

    private static bool Declares(IAssemblySymbol assembly) => assembly.GetTypeByMetadataName(Word.Namespace + ".ProbabilitiesAttribute") is not null;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in Types(member, cancellation))
            {
                yield return nested;
            }
        }
    }
}
