using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Questions about the variables of one member.</summary>
internal static class Variables
{
    /// <summary>The declaration of a local or field that is assigned nowhere else.</summary>
    public static VariableDeclaratorSyntax? Declaration(FindingContext finding, IdentifierNameSyntax name)
        => finding.Model.GetSymbolInfo(name, finding.Cancellation).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is VariableDeclaratorSyntax declarator
            && !IsAssigned(finding, local, Scope(declarator))
            ? declarator
            : null;

    /// <summary>How often a variable is mentioned in the member that declares it.</summary>
    public static int Reads(FindingContext finding, IdentifierNameSyntax name)
    {
        var symbol = finding.Model.GetSymbolInfo(name, finding.Cancellation).Symbol;
        return symbol is null ? 0 : Mentions(finding, symbol, Scope(name)).Count();
    }

    /// <summary>Whether an expression is a local or parameter that is never assigned after its declaration.</summary>
    public static bool IsUnchanged(FindingContext finding, ExpressionSyntax expression)
        => expression is IdentifierNameSyntax
            && finding.Model.GetSymbolInfo(expression, finding.Cancellation).Symbol is { } symbol and (ILocalSymbol or IParameterSymbol { RefKind: RefKind.None })
            && !IsAssigned(finding, symbol, Scope(expression));

    /// <summary>Every mention of a symbol inside a node.</summary>
    public static System.Collections.Generic.IEnumerable<IdentifierNameSyntax> Mentions(FindingContext finding, ISymbol symbol, SyntaxNode scope)
        => scope.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(finding.Model.GetSymbolInfo(name, finding.Cancellation).Symbol, symbol));

    public static SyntaxNode Scope(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or BaseFieldDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>In-place members of tensors end in an underscore: they assign too.</summary>
    private static bool IsAssigned(FindingContext finding, ISymbol symbol, SyntaxNode scope)
        => Mentions(finding, symbol, scope).Any(name => name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => name.Parent is PostfixUnaryExpressionSyntax,
            MemberAccessExpressionSyntax member => member.Expression == name && member.Name.Identifier.ValueText.EndsWith("_", System.StringComparison.Ordinal),
            _ => false,
        });
}
