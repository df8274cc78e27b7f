using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>Who reads a value: told from the syntax around it.</summary>
internal static class Readers
{
    /// <summary>
    /// Whether an order-only call is all that reads a conversion: it is part of the input, or of what locals in the input, each read once,
    /// were declared with; and of a tuple result the values are left alone.
    /// </summary>
    public static bool IsOnly(SyntaxNode conversion, SyntaxNode? input, SyntaxNode call, MemberRow row)
        => input is not null && Holds(input, conversion) && (row.Elements.IsEmpty || DropsValues(call));

    private static bool Holds(SyntaxNode expression, SyntaxNode conversion)
        => expression.Contains(conversion) || expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => DeclaredFor(name) is { } value && Holds(value, conversion));

    /// <summary>What the local was declared with that is read here and nowhere else.</summary>
    private static ExpressionSyntax? DeclaredFor(IdentifierNameSyntax name)
    {
        var member = Member(name);
        var text = name.Identifier.ValueText;
        var declared = member?.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == text && variable.Initializer is not null).ToList();
        return declared is { Count: 1 }
            && declared[0].SpanStart < name.SpanStart
            && member!.DescendantNodes().OfType<IdentifierNameSyntax>().Count(other => other.Identifier.ValueText == text && !IsMemberName(other)) == 1
            ? declared[0].Initializer!.Value
            : null;
    }

    /// <summary>Whether a plain number is asked for its size, in the condition of a branch, somewhere in the member that reads it.</summary>
    public static bool IsGuarded(SyntaxNode? number)
        => number is not null && Member(number)?.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(test
            => test.OperatorToken.Kind() is SyntaxKind.GreaterThanToken or SyntaxKind.GreaterThanEqualsToken or SyntaxKind.LessThanToken or SyntaxKind.LessThanEqualsToken or SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken
                && (SyntaxFactory.AreEquivalent(test.Left, number) || SyntaxFactory.AreEquivalent(test.Right, number))
                && IsCondition(test)) == true;

    private static bool IsCondition(SyntaxNode test) => test.Parent switch
    {
        ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => IsCondition(test.Parent),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } => IsCondition(test.Parent),
        IfStatementSyntax or WhileStatementSyntax or ForStatementSyntax => true,
        ConditionalExpressionSyntax choice => choice.Condition == test,
        _ => false,
    };

    private static SyntaxNode? Member(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(outer => outer is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or CompilationUnitSyntax);

    private static bool IsMemberName(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax member && member.Name == name;

    private static bool DropsValues(SyntaxNode call) => call.Parent switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText is "indexes" or "indices" or "Indices" or "Item2",
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax { Arguments: { Count: 2 } targets } } => IsDiscard(targets[0].Expression),
        AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: { Count: 2 } variables } } } => variables[0] is DiscardDesignationSyntax,
        _ => false,
    };

    private static bool IsDiscard(ExpressionSyntax expression)
        => expression is IdentifierNameSyntax { Identifier.ValueText: "_" } or DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax };
}
