using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>Something declared, and the names that mentioning it leads to.</summary>
/// <param name="Types">The type that declares it, and those around that, innermost first; none for top-level statements.</param>
/// <param name="Member">Its name; null for what belongs to the type itself: constructors, bases, constraints.</param>
/// <param name="Carries">Whether anything but counts and texts goes in or comes out.</param>
/// <param name="IsExtension">Whether it is called on objects of other types.</param>
/// <param name="Code">What it mentions.</param>
internal sealed record Declaration(IReadOnlyList<string> Types, string? Member, bool Carries, bool IsExtension, BlockNames Code)
{
    /// <summary>Whether it is the head of a type: what that derives from it need not call.</summary>
    public bool IsHead { get; init; }
}

/// <summary>An assignment to a field or property, maybe of another object.</summary>
internal sealed record Assigned(IReadOnlyList<string> Types, NameUse Target, NameUse[] Value, AssignmentExpressionSyntax Where);

/// <summary>What the members of a tree declare and mention, kept as long as the tree: an edit of one file leaves those of the others.</summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_trees = new();

    private readonly Dictionary<SyntaxNode, BlockNames> _members = new();
    private readonly List<Declaration> _declarations = new();
    private readonly List<Assigned> _assignments = new();
    private readonly List<(string Type, string Base)> _bases = new();
    private readonly List<(string Alias, string Name)> _aliases = new();
    private readonly List<string> _staticUsings = new();
    private readonly List<string> _enums = new();

    private TreeNames(SyntaxTree tree)
    {
        var gatherer = new NameGatherer();
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, Name: { } meant }:
                    _aliases.Add((alias, Last(meant)));
                    break;
                case UsingDirectiveSyntax { StaticKeyword.RawKind: not 0, Name: { } type }:
                    _staticUsings.Add(Last(type));
                    break;
                case EnumDeclarationSyntax constants:
                    _enums.Add(constants.Identifier.ValueText);
                    break;
                case TypeDeclarationSyntax type:
                    Declare(type, gatherer);
                    break;
                case MemberDeclarationSyntax member and not BaseNamespaceDeclarationSyntax:
                    Declare(member, gatherer);
                    break;
            }
        }
    }

    public IReadOnlyList<Declaration> Declarations => _declarations;

    public IReadOnlyList<Assigned> Assignments => _assignments;

    /// <summary>The types that are declared here and what they derive from or implement.</summary>
    public IReadOnlyList<(string Type, string Base)> Bases => _bases;

    public IReadOnlyList<(string Alias, string Name)> Aliases => _aliases;

    /// <summary>The types whose static members are mentioned without them.</summary>
    public IReadOnlyList<string> StaticUsings => _staticUsings;

    /// <summary>The enumerations: what follows their dot is a constant, whatever else has its name.</summary>
    public IReadOnlyList<string> Enums => _enums;

    public static TreeNames Of(SyntaxTree tree) => s_trees.GetValue(tree, t => new TreeNames(t));

    /// <summary>The names of a block: those of the member that it belongs to.</summary>
    public BlockNames Names(SyntaxNode block)
    {
        for (var node = block; node is not null; node = node.Parent)
        {
            if (_members.TryGetValue(node, out var names))
            {
                return names;
            }
        }

        return BlockNames.Of(block, new NameGatherer());
    }

    /// <summary>The types around a piece of syntax, innermost first.</summary>
    public static IReadOnlyList<string> Types(SyntaxNode node)
        => node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.ValueText).ToArray();

    private void Declare(TypeDeclarationSyntax type, NameGatherer gatherer)
    {
        var types = Types(type);
        _bases.AddRange((type.BaseList?.Types ?? default).Select(parent => (types[0], Last(parent.Type))));
        var parameters = type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault();
        var head = BlockNames.OfHead(type, gatherer);
        _members.Add(type, head);
        _declarations.Add(new Declaration(types, null, true, false, head) { IsHead = true });
        foreach (var parameter in parameters?.Parameters ?? default)
        {
            _declarations.Add(new Declaration(types, parameter.Identifier.ValueText, Carriers.IsCarrier(parameter.Type), false, BlockNames.Of(parameter, gatherer)));
        }
    }

    private void Declare(MemberDeclarationSyntax member, NameGatherer gatherer)
    {
        var types = Types(member);
        var block = BlockNames.Of(member, gatherer);
        _members.Add(member, block);
        var carries = Carriers.Carries(member);
        switch (member)
        {
            case MethodDeclarationSyntax method:
                var isExtension = method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true || types.FirstOrDefault()?.Length == 0;
                _declarations.Add(new Declaration(types, method.Identifier.ValueText, carries, isExtension, block));
                break;
            case PropertyDeclarationSyntax property:
                _declarations.Add(new Declaration(types, property.Identifier.ValueText, carries, false, block));
                break;
            case BaseFieldDeclarationSyntax fields:
                _declarations.AddRange(fields.Declaration.Variables.Select(variable => new Declaration(types, variable.Identifier.ValueText, carries, false, block)));
                break;
            default:
                _declarations.Add(new Declaration(types, null, true, false, block));
                break;
        }

        // What a field or property is assigned later counts as well as what it is declared with.
        _assignments.AddRange(block.Assigned.Select(assigned => new Assigned(types, assigned.Target, assigned.Value, assigned.Syntax)));
    }

    /// <summary>The last name of a type: what it is declared as.</summary>
    private static string Last(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };
}
