using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which bodies are worth looking at, told from names alone: a body that mentions a sink or a conversion, or that brings together what
/// reaches one. A member that mentions a reached name is reached.
/// </summary>
internal sealed class Reach
{
    /// <summary>A call closes a contradiction with what it hands over: it takes a callee and something else.</summary>
    private const int Together = 2;

    /// <summary>The type of a loss that is handed over, in the libraries that have one for all losses.</summary>
    private const string Loss = "Loss";

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<Mention>>> s_trees = new();

    private readonly CatalogueIndex _index;
    private readonly Lazy<HashSet<string>> _reached;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _index = index;
        _reached = new Lazy<HashSet<string>>(() => Close(compilation, annotations));
    }

    public bool Wakes(SyntaxNode block)
    {
        var names = new HashSet<string>();
        foreach (var name in Names(block))
        {
            if (_index.WakeNames.Contains(name))
            {
                return true;
            }

            names.Add(name);
        }

        return names.Count(name => _index.HalfNames.Contains(name) || _reached.Value.Contains(name)) >= Together;
    }

    /// <summary>The names whose mention leads to a sink or a conversion, or to what the catalogue knows.</summary>
    private HashSet<string> Close(Compilation compilation, Annotations annotations)
    {
        var reached = new HashSet<string>(_index.WakeNames);
        reached.UnionWith(_index.KindNames);
        reached.Add(Loss);
        if (annotations.AreUsed)
        {
            reached.UnionWith(WordReader.Vocabulary);
            reached.UnionWith(annotations.ForeignNames());
        }

        var open = compilation.SyntaxTrees.SelectMany(tree => s_trees.GetValue(tree, t => new StrongBox<ImmutableArray<Mention>>(Mentions(t))).Value).ToList();
        for (var before = -1; before != open.Count;)
        {
            before = open.Count;
            open = open.Where(mention => !(mention.Names.Any(reached.Contains) && Added(reached, mention.Declared))).ToList();
        }

        return reached;
    }

    private static bool Added(HashSet<string> reached, string name)
    {
        reached.Add(name);
        return true;
    }

    private static ImmutableArray<Mention> Mentions(SyntaxTree tree)
        => tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .SelectMany(Mentions)
            .ToImmutableArray();

    private static IEnumerable<Mention> Mentions(MemberDeclarationSyntax member)
    {
        if (member is BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)
        {
            yield break;
        }

        // A type is reached through its header, and through what its members do: who mentions it may make one.
        var type = member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        var names = member is TypeDeclarationSyntax declaration
            ? (declaration.BaseList?.DescendantTokens() ?? Enumerable.Empty<SyntaxToken>()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToImmutableHashSet()
            : Names(member).ToImmutableHashSet();
        if (names.IsEmpty)
        {
            yield break;
        }

        if (type is not null)
        {
            yield return new Mention(type, names);
        }

        foreach (var declared in Declared(member))
        {
            yield return new Mention(declared, names);
        }
    }

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => new[] { method.Identifier.ValueText },
        PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => Enumerable.Empty<string>(),
    };

    private static IEnumerable<string> Names(SyntaxNode node)
        => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <param name="Declared">The name that a mention of it reaches these through.</param>
    private sealed record Mention(string Declared, ImmutableHashSet<string> Names);
}
