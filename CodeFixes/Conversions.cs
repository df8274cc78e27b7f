using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Logits.CodeFixes;

/// <summary>Taking conversions (softmax, sigmoid and their logarithms) out of expressions, and putting them in.</summary>
internal static class Conversions
{
    /// <summary>What a call converts: the receiver where it is a tensor itself, else the first argument; null where the call is none.</summary>
    public static ExpressionSyntax? Input(FindingContext finding, SyntaxNode? call)
    {
        if (call is not InvocationExpressionSyntax invocation || finding.Model.GetSymbolInfo(invocation, finding.Cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        return IsOnReceiver(finding, invocation, method)
            ? ((MemberAccessExpressionSyntax)invocation.Expression).Expression
            : FirstArgument(invocation, method)?.Expression;
    }

    /// <summary>The edit that puts a conversion's input in its place.</summary>
    public static Edit? Unwrap(FindingContext finding, SyntaxNode? call)
    {
        if (Input(finding, call) is not { } input)
        {
            return null;
        }

        var invocation = (InvocationExpressionSyntax)call!;
        var position = invocation.ArgumentList.Arguments.IndexOf(argument => argument.Expression == input);
        return new Edit(invocation, current => Fitting(
            position < 0 ? ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression : ((InvocationExpressionSyntax)current).ArgumentList.Arguments[position].Expression,
            invocation));
    }

    /// <summary>
    /// The edit after which an expression holds what its conversion was given: at the conversion, where nothing else reads its result, or
    /// at the expression, where the input is a variable that still holds the same.
    /// </summary>
    public static Edit? Remove(FindingContext finding, SyntaxNode expression)
    {
        if (finding.Origin is not { } origin || Input(finding, origin) is not { } input)
        {
            return null;
        }

        if (expression.Span.Contains(origin.Span))
        {
            return Unwrap(finding, origin);
        }

        if (expression is not IdentifierNameSyntax name || Variables.Declaration(finding, name) is not { Initializer.Value: { } value } || !value.Span.Contains(origin.Span))
        {
            return null;
        }

        if (Variables.Reads(finding, name) == 1)
        {
            return Unwrap(finding, origin);
        }

        return value.Span == origin.Span && Variables.IsUnchanged(finding, input) ? new Edit(expression, _ => input.WithoutTrivia()) : null;
    }

    /// <summary>The edit that writes a conversion around an expression.</summary>
    /// <param name="template">C# with {0} for the expression.</param>
    public static Edit? Wrap(FindingContext finding, SyntaxNode expression, string? template)
        => Reachable(finding, template) is { } reachable && expression is ExpressionSyntax && !IsUsedTwice(reachable)
            ? new Edit(expression, current => Written(reachable, (ExpressionSyntax)current))
            : null;

    /// <summary>The edit that writes another conversion in place of one, around the same input.</summary>
    public static Edit? Rewrap(FindingContext finding, SyntaxNode? call, string? template)
    {
        if (Reachable(finding, template) is not { } reachable || IsUsedTwice(reachable) || Input(finding, call) is not { } input)
        {
            return null;
        }

        var position = ((InvocationExpressionSyntax)call!).ArgumentList.Arguments.IndexOf(argument => argument.Expression == input);
        return new Edit(call, current => Written(
            reachable,
            position < 0 ? ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression : ((InvocationExpressionSyntax)current).ArgumentList.Arguments[position].Expression));
    }

    /// <summary>An expression as C# text with another inside of it, qualified no more than the place needs.</summary>
    public static ExpressionSyntax Written(string template, ExpressionSyntax inner)
    {
        var text = inner.WithoutTrivia().ToFullString();
        var isArgument = template.Contains("({0}") && (template.Contains("({0})") || template.Contains("({0},"));
        return SyntaxFactory.ParseExpression(template.Replace("{0}", isArgument ? text : Parenthesised(inner)))
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }

    /// <summary>The expression's text as it can be written at the finding: with the namespace where no using names it; null where its holder is not in reach.</summary>
    public static string? Reachable(FindingContext finding, string? template)
    {
        const string Torch = "torch.";
        if (template is null || template.StartsWith("{0}", System.StringComparison.Ordinal))
        {
            return template;
        }

        var holder = template.TrimStart('(').Split('.')[0];
        return !finding.Model.LookupSymbols(finding.Where.SpanStart, name: holder).IsEmpty ? template
            : template.StartsWith(Torch, System.StringComparison.Ordinal) ? "TorchSharp." + template
            : null;
    }

    private static string Parenthesised(ExpressionSyntax expression)
        => expression is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or LiteralExpressionSyntax
            ? expression.WithoutTrivia().ToFullString()
            : $"({expression.WithoutTrivia().ToFullString()})";

    private static bool IsUsedTwice(string template) => template.IndexOf("{0}", System.StringComparison.Ordinal) != template.LastIndexOf("{0}", System.StringComparison.Ordinal);

    /// <summary>The expression in parentheses where its new place binds tighter than it does.</summary>
    private static ExpressionSyntax Fitting(ExpressionSyntax expression, SyntaxNode place)
        => place.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax or ParenthesizedExpressionSyntax or ExpressionStatementSyntax
            ? expression
            : SyntaxFactory.ParseExpression(Parenthesised(expression));

    private static bool IsOnReceiver(FindingContext finding, InvocationExpressionSyntax invocation, IMethodSymbol method)
        => invocation.Expression is MemberAccessExpressionSyntax access
            && (method.ReducedFrom is not null || (!method.IsStatic && SymbolEqualityComparer.Default.Equals(finding.Model.GetTypeInfo(access.Expression, finding.Cancellation).Type?.OriginalDefinition, method.ReturnType.OriginalDefinition)));

    private static ArgumentSyntax? FirstArgument(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var first = method.Parameters.FirstOrDefault()?.Name;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == first) ?? arguments.FirstOrDefault(argument => argument.NameColon is null);
    }
}
