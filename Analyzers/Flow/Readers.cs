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
    /// Whether an order-only call is all that reads its input: the input is the conversion itself, or a local that is read once; and of a
    /// tuple result the values are left alone.
    /// </summary>
    public static bool IsOnly(SyntaxNode? input, SyntaxNode call, MemberRow row)
        => input is not null && (input is InvocationExpressionSyntax || IsReadOnce(input)) && (row.Elements.IsEmpty || DropsValues(call));

    private static bool IsReadOnce(SyntaxNode input)
    {
        if (input is not IdentifierNameSyntax name)
        {
            return false;
        }

        var member = input.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or CompilationUnitSyntax);
        if (member is null)
        {
            return false;
        }

        var text = name.Identifier.ValueText;
        var isDeclared = member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Count(variable => variable.Identifier.ValueText == text && variable.Initializer is not null) == 1;
        return isDeclared && member.DescendantNodes().OfType<IdentifierNameSyntax>().Count(other => other.Identifier.ValueText == text && !IsMemberName(other)) == 1;
    }

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
