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
/// reaches one and what reaches a kind. A member that mentions a reaching name reaches.
/// </summary>
internal sealed class Reach
{
    /// <summary>The type of a loss that is handed over, in the libraries that have one for all losses.</summary>
    private const string Loss = "Loss";

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ImmutableArray<Mention>>> s_trees = new();

    private readonly CatalogueIndex _index;
    private readonly HashSet<string> _waking;
    private readonly Lazy<(HashSet<string> Sinks, HashSet<string> Kinds)> _reaching;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _index = index;
        _waking = annotations.AreUsed ? new HashSet<string>(index.WakeNames.Concat(WordReader.Vocabulary)) : index.WakeNames;
        _reaching = new(() => (
            Close(compilation, annotations, index.WakeNames.Append(Loss)),
            Close(compilation, annotations, index.KindNames)));
    }

    public bool Wakes(SyntaxNode block)
    {
        var names = new HashSet<string>();
        var compares = false;
        var own = Own(block);
        foreach (var token in block.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken when token != own:
                    if (_waking.Contains(token.ValueText))
                    {
                        return true;
                    }

                    names.Add(token.ValueText);
                    break;
                case SyntaxKind.GreaterThanToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanEqualsToken or SyntaxKind.LessThanEqualsToken
                    when token.Parent is RelationalPatternSyntax || (token.Parent is BinaryExpressionSyntax comparison && !Counts(comparison)):
                    compares = true;
                    break;
            }
        }

        // What a helper's sink gets, or what is compared, is a kind that something else gives.
        var (sinks, kinds) = _reaching.Value;
        var meets = names.Where(name => sinks.Contains(name) || _index.HalfNames.Contains(name)).Take(2).ToList();
        return (compares || meets.Count > 0) && names.Any(name => kinds.Contains(name) && (compares || meets.Count > 1 || meets[0] != name));
    }

    /// <summary>Whether a comparison is one of counts: of a loop, or with a whole number or a length.</summary>
    private static bool Counts(BinaryExpressionSyntax comparison)
        => comparison.Parent is ForStatementSyntax || IsCount(comparison.Left) || IsCount(comparison.Right);

    private static bool IsCount(ExpressionSyntax operand) => operand switch
    {
        LiteralExpressionSyntax { Token.Value: int or long } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "numel" or "size" } } => true,
        _ => false,
    };

    /// <summary>The name that a block declares: by itself it brings nothing together.</summary>
    private static SyntaxToken Own(SyntaxNode block) => block switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        _ => default,
    };

    /// <summary>The names whose mention leads to one of these, or to what the catalogue knows.</summary>
    private static HashSet<string> Close(Compilation compilation, Annotations annotations, IEnumerable<string> seeds)
    {
        var reached = new HashSet<string>(seeds);
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
        if (member is BaseNamespaceDeclarationSyntax)
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

        if (member is TypeDeclarationSyntax)
        {
            yield break;
        }

        // What a field or property is assigned later counts as well as what it is declared with.
        var locals = new Lazy<HashSet<string>>(() => new HashSet<string>(Locals(member)));
        foreach (var assignment in member.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (Assigned(assignment) is { } assigned && (assignment.Left is MemberAccessExpressionSyntax || assignment.Parent is InitializerExpressionSyntax || !locals.Value.Contains(assigned)))
            {
                yield return new Mention(assigned, Names(assignment.Right).ToImmutableHashSet());
            }
        }
    }

    private static IEnumerable<string> Locals(SyntaxNode member) => member.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        _ => null,
    }).OfType<string>();

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => new[] { method.Identifier.ValueText },
        PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => Enumerable.Empty<string>(),
    };

    private static string? Assigned(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> Names(SyntaxNode node)
        => node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    /// <param name="Declared">The name that a mention of it reaches these through.</param>
    private sealed record Mention(string Declared, ImmutableHashSet<string> Names);
}
