using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>The names that a piece of syntax mentions, gathered in one pass over its tokens.</summary>
internal sealed class BlockNames
{
    private readonly HashSet<string> _names = new();
    private List<AssignmentExpressionSyntax>? _assignments;
    private HashSet<string>? _locals;

    private BlockNames(IEnumerable<SyntaxToken> tokens, SyntaxToken own)
    {
        foreach (var token in tokens)
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken when token != own:
                    _names.Add(token.ValueText);
                    if (token.Parent is VariableDeclaratorSyntax or ParameterSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax)
                    {
                        (_locals ??= new HashSet<string>()).Add(token.ValueText);
                    }

                    break;
                case SyntaxKind.EqualsToken when token.Parent is AssignmentExpressionSyntax assignment:
                    (_assignments ??= new List<AssignmentExpressionSyntax>()).Add(assignment);
                    break;
                case SyntaxKind.GreaterThanToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanEqualsToken or SyntaxKind.LessThanEqualsToken:
                    Compares |= token.Parent is RelationalPatternSyntax || (token.Parent is BinaryExpressionSyntax comparison && !Counts(comparison));
                    break;
            }
        }
    }

    /// <summary>Every identifier but the name that the block itself declares.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Whether numbers are compared, other than counts.</summary>
    public bool Compares { get; }

    /// <summary>What fields and properties are assigned: the name on the left, and the names on the right.</summary>
    public IEnumerable<(string Name, IReadOnlyCollection<string> Value)> Assigned
        => (_assignments ?? Enumerable.Empty<AssignmentExpressionSyntax>())
            .Select(assignment => (Name: Target(assignment), Value: (IReadOnlyCollection<string>)Of(assignment.Right).Names))
            .Where(assigned => assigned.Name is not null)!;

    public static BlockNames Of(SyntaxNode? node) => new(node?.DescendantTokens() ?? Enumerable.Empty<SyntaxToken>(), Own(node));

    /// <summary>The name that a block declares: by itself it brings nothing together.</summary>
    private static SyntaxToken Own(SyntaxNode? block) => block switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        _ => default,
    };

    private string? Target(AssignmentExpressionSyntax assignment) => assignment.Left switch
    {
        IdentifierNameSyntax name when assignment.Parent is InitializerExpressionSyntax || _locals?.Contains(name.Identifier.ValueText) != true => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
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
