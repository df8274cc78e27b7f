using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>What the members of a tree mention, kept as long as the tree: an edit of one file leaves those of the others.</summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_trees = new();

    private readonly Dictionary<SyntaxNode, BlockNames> _members = new();

    private TreeNames(SyntaxTree tree)
    {
        var mentions = new List<Mention>();
        foreach (var member in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>())
        {
            if (member is not BaseNamespaceDeclarationSyntax)
            {
                mentions.AddRange(MentionsOf(member));
            }
        }

        Mentions = mentions;
    }

    public IReadOnlyList<Mention> Mentions { get; }

    public static TreeNames Of(SyntaxTree tree) => s_trees.GetValue(tree, t => new TreeNames(t));

    /// <summary>The names of a block: those of a member are known already.</summary>
    public BlockNames Names(SyntaxNode block) => _members.TryGetValue(block, out var names) ? names : BlockNames.Of(block);

    private IEnumerable<Mention> MentionsOf(MemberDeclarationSyntax member)
    {
        // A type is reached through its header, and through what its members do: who mentions it may make one.
        var type = member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText;
        if (member is TypeDeclarationSyntax { BaseList: var bases })
        {
            yield return new Mention(type!, BlockNames.Of(bases).Names);
            yield break;
        }

        var block = BlockNames.Of(member);
        _members.Add(member, block);
        if (type is not null)
        {
            yield return new Mention(type, block.Names);
        }

        foreach (var declared in Declared(member))
        {
            yield return new Mention(declared, block.Names);
        }

        // What a field or property is assigned later counts as well as what it is declared with.
        foreach (var (name, value) in block.Assigned)
        {
            yield return new Mention(name, value);
        }
    }

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => new[] { method.Identifier.ValueText },
        PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => Enumerable.Empty<string>(),
    };
}

/// <param name="Declared">The name that a mention of it reaches these through.</param>
internal sealed record Mention(string Declared, IReadOnlyCollection<string> Names);
