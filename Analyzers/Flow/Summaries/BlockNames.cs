using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>A name where it is written.</summary>
/// <param name="Of">
/// What stands before its dot: null where there is no dot, the last identifier, <see cref="This"/>, or empty for anything else.
/// </param>
/// <param name="IsQualifier">Whether only a member of it is mentioned: a dot follows.</param>
internal readonly record struct NameUse(string? Of, string Name, bool IsQualifier = false)
{
    /// <summary>This object, or this one as one of its base type.</summary>
    public const string This = "this";

    public bool Equals(NameUse other) => Name == other.Name && IsQualifier == other.IsQualifier && Of == other.Of;

    // What stands before the dot rarely tells two uses of a name apart.
    public override int GetHashCode() => Name.GetHashCode();
}

/// <summary>The names that a piece of syntax mentions, gathered in one pass over its nodes.</summary>
internal sealed class BlockNames
{
    private List<AssignmentExpressionSyntax>? _assignments;
    private HashSet<string>? _locals;

    private BlockNames(IEnumerable<SyntaxNode> nodes, string? declared)
    {
        Declared = declared;
        var uses = new HashSet<NameUse>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case SimpleNameSyntax { Parent: not (NameColonSyntax or NameEqualsSyntax) } name:
                    uses.Add(new NameUse(Before(name), name.Identifier.ValueText, IsQualifier(name)));
                    break;
                case VariableDeclaratorSyntax variable:
                    AddLocal(variable.Identifier);
                    break;
                case ParameterSyntax parameter:
                    AddLocal(parameter.Identifier);
                    break;
                case SingleVariableDesignationSyntax designation:
                    AddLocal(designation.Identifier);
                    break;
                case ForEachStatementSyntax loop:
                    AddLocal(loop.Identifier);
                    break;
                case AssignmentExpressionSyntax assignment:
                    (_assignments ??= new List<AssignmentExpressionSyntax>()).Add(assignment);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison:
                    Compares |= !Counts(comparison);
                    break;
                case RelationalPatternSyntax:
                    Compares = true;
                    break;
            }
        }

        // A local or parameter is no member of that name: what it holds is mentioned where it is declared or assigned.
        Uses = uses.Where(use => use.Of is not null || _locals?.Contains(use.Name) != true).ToArray();
    }

    /// <summary>The name that the block itself declares, if it declares one.</summary>
    public string? Declared { get; }

    /// <summary>Every name but the one that the block itself declares; of locals and parameters only what follows their dot.</summary>
    public NameUse[] Uses { get; }

    /// <summary>Whether numbers are compared, other than counts.</summary>
    public bool Compares { get; }

    /// <summary>What fields and properties are assigned: the name on the left, the names on the right, and where.</summary>
    public IEnumerable<(NameUse Target, NameUse[] Value, AssignmentExpressionSyntax Assignment)> Assigned
        => (_assignments ?? Enumerable.Empty<AssignmentExpressionSyntax>())
            .Select(assignment => (Target: Target(assignment), Assignment: assignment))
            .Where(assigned => assigned.Target is not null)
            .Select(assigned => (assigned.Target!.Value, Of(assigned.Assignment.Right).Uses, assigned.Assignment));

    public static BlockNames Of(SyntaxNode? node) => new(node?.DescendantNodesAndSelf() ?? Enumerable.Empty<SyntaxNode>(), Own(node));

    /// <summary>The names in several pieces.</summary>
    public static BlockNames Of(IEnumerable<SyntaxNode?> nodes) => new(nodes.OfType<SyntaxNode>().SelectMany(node => node.DescendantNodesAndSelf()), null);

    /// <summary>The name that a block declares: by itself it brings nothing together.</summary>
    private static string? Own(SyntaxNode? block) => block switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => null,
    };

    private void AddLocal(SyntaxToken identifier) => (_locals ??= new HashSet<string>()).Add(identifier.ValueText);

    private static bool IsQualifier(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        _ => false,
    };

    /// <summary>What stands before the dot of a name.</summary>
    private static string? Before(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression switch
        {
            ThisExpressionSyntax or BaseExpressionSyntax => NameUse.This,
            IdentifierNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            GenericNameSyntax { Identifier.ValueText: var qualifier } => qualifier,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var qualifier } => qualifier,
            _ => "",
        },
        MemberBindingExpressionSyntax => "",
        _ => null,
    };

    private NameUse? Target(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax => new NameUse("", name.Identifier.ValueText),
        IdentifierNameSyntax name when _locals?.Contains(name.Identifier.ValueText) != true => new NameUse(null, name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => new NameUse(Before(access.Name), access.Name.Identifier.ValueText),
        _ => null,
    };

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
}
