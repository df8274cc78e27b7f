using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Questions about the variables of one member.</summary>
internal static class Variables
{
    /// <summary>The declaration of a local that has an initialiser and is assigned nowhere else.</summary>
    public static VariableDeclaratorSyntax? Declaration(FindingContext finding, IdentifierNameSyntax name)
        => finding.Symbol(name) is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is VariableDeclaratorSyntax { Initializer: not null } declarator
            && !Writes(finding, local, Scope(declarator)).Any()
            ? declarator
            : null;

    /// <summary>How often a variable is mentioned in the member that declares it.</summary>
    public static int Reads(FindingContext finding, IdentifierNameSyntax name)
        => finding.Symbol(name) is { } symbol ? Mentions(finding, symbol, Scope(name)).Count() : 0;

    /// <summary>
    /// Whether an expression is a local or parameter that holds at a later place what it holds here: nothing assigns it between the two, and
    /// no loop or lambda leads back.
    /// </summary>
    public static bool IsUnchanged(FindingContext finding, ExpressionSyntax expression, SyntaxNode later)
    {
        if (expression is not IdentifierNameSyntax || finding.Symbol(expression) is not { } symbol || symbol is not (ILocalSymbol or IParameterSymbol { RefKind: RefKind.None }))
        {
            return false;
        }

        var writes = Writes(finding, symbol, Scope(expression)).ToList();
        if (writes.Count == 0)
        {
            return true;
        }

        var block = expression.Ancestors().FirstOrDefault(ancestor => ancestor is BlockSyntax or SwitchSectionSyntax);
        if (block is null || !block.Span.Contains(later.Span))
        {
            return false;
        }

        // A write inside a loop around the later place may come before it although it stands behind it; before a lambda runs, any write may.
        var between = later.Ancestors().TakeWhile(ancestor => ancestor != block).ToList();
        var end = between.Any(IsFunction) ? int.MaxValue : between.LastOrDefault(IsLoop)?.Span.End ?? later.Span.End;
        return writes.All(write => (write.SpanStart < expression.SpanStart || write.SpanStart > end) && !write.Ancestors().TakeWhile(ancestor => ancestor != block).Any(IsFunction));
    }

    /// <summary>Whether a local is disposed of where its block ends: then it must not hold what belongs to another variable.</summary>
    public static bool IsDisposed(VariableDeclaratorSyntax declarator)
        => declarator.Parent?.Parent is UsingStatementSyntax || declarator.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    /// <summary>Every mention of a symbol inside a node.</summary>
    public static IEnumerable<IdentifierNameSyntax> Mentions(FindingContext finding, ISymbol symbol, SyntaxNode scope)
        => scope.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(finding.Symbol(name), symbol));

    /// <summary>A mention of a variable, with the <c>this</c> in front of it where there is one.</summary>
    public static SyntaxNode Reference(SyntaxNode mention) => mention.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : mention;

    /// <summary>Whether a mention of a variable is what an assignment assigns to.</summary>
    public static bool IsAssigned(SyntaxNode mention) => Reference(mention) is { Parent: AssignmentExpressionSyntax assignment } target && assignment.Left == target;

    /// <summary>The variable that holds what an expression makes: the local or private field that it initialises or is assigned to, once.</summary>
    public static ISymbol? Holder(FindingContext finding, SyntaxNode creation)
    {
        var symbol = creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => finding.Model.GetDeclaredSymbol(declarator, finding.Cancellation),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment => finding.Symbol(assignment.Left),
            _ => null,
        };
        return symbol is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } && Scope(symbol, creation) is { } scope
            && Writes(finding, symbol, scope).All(write => write.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Right == creation)
            && (creation.Parent is not AssignmentExpressionSyntax || Initializer(finding, symbol) is null)
            ? symbol
            : null;
    }

    /// <summary>Where a variable can be mentioned; null where that is more than one document.</summary>
    public static SyntaxNode? Scope(ISymbol symbol, SyntaxNode node)
        => symbol is not IFieldSymbol field ? Scope(node)
            : field.ContainingType.DeclaringSyntaxReferences.Length == 1 ? node.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            : null;

    public static SyntaxNode Scope(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    public static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    public static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static SyntaxNode? Initializer(FindingContext finding, ISymbol symbol)
        => (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) as VariableDeclaratorSyntax)?.Initializer;

    /// <summary>In-place members of tensors end in an underscore: they assign too.</summary>
    private static IEnumerable<IdentifierNameSyntax> Writes(FindingContext finding, ISymbol symbol, SyntaxNode scope)
        => Mentions(finding, symbol, scope).Where(mention =>
        {
            var name = Reference(mention);
            return name.Parent switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left == name,
                ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left == element,
                ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || IsInPlace(argument),
                PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
                PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
                MemberAccessExpressionSyntax member => member.Expression == name && member.Name.Identifier.ValueText.EndsWith("_", StringComparison.Ordinal),
                _ => false,
            };
        });

    private static bool IsInPlace(ArgumentSyntax argument) => argument.Parent switch
    {
        TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple => assignment.Left == tuple,
        ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments
            => Calls.Name(call)?.Identifier.ValueText.EndsWith("_", StringComparison.Ordinal) == true
                || arguments.Arguments.Any(other => other.NameColon?.Name.Identifier.ValueText == "inplace" && other.Expression.IsKind(SyntaxKind.TrueLiteralExpression)),
        _ => false,
    };
}
