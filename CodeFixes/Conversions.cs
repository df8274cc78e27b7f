using System;
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
    private static readonly HashSet<string> s_functions = new(StringComparer.Ordinal)
    {
        "softmax", "Softmax", "sigmoid", "Sigmoid", "expit", "log_softmax", "LogSoftmax", "logsigmoid", "log_sigmoid", "LogSigmoid",
    };

    /// <summary>Where the names that a template begins with are to be found.</summary>
    private static readonly string[] s_qualifiers = { "", "TorchSharp.", "Tensorflow.Binding." };

    public static bool IsTensor(ITypeSymbol? type) => type is { Name: "Tensor" or "Tensors" or "NDArray" };

    /// <summary>What a function is applied to: the receiver where it is a tensor itself, else the first argument.</summary>
    public static ExpressionSyntax? Operand(FindingContext finding, SyntaxNode? call)
    {
        if (call is not InvocationExpressionSyntax invocation || finding.Symbol(invocation) is not IMethodSymbol method)
        {
            return null;
        }

        return invocation.Expression is MemberAccessExpressionSyntax access && (method.ReducedFrom is not null || (!method.IsStatic && IsTensor(finding.Type(access.Expression))))
            ? access.Expression
            : FirstArgument(invocation, method)?.Expression;
    }

    /// <summary>What a call of a conversion converts; null where the call is none.</summary>
    public static ExpressionSyntax? Input(FindingContext finding, SyntaxNode? call)
        => call is InvocationExpressionSyntax invocation
            && Calls.Name(invocation) is { } name
            && s_functions.Contains(name.Identifier.ValueText)
            && finding.Symbol(invocation) is IMethodSymbol { ReturnType: var result }
            && Operand(finding, invocation) is { } input
            && finding.Type(input) is { } type
            && (SymbolEqualityComparer.Default.Equals(type, result) || (IsTensor(type) && IsTensor(result)))
            ? input
            : null;

    /// <summary>
    /// The edit after which an expression holds what its conversion was given: at the conversion, where nothing else reads its result, or
    /// at the expression, where the input is a variable that still holds the same.
    /// </summary>
    public static Edit? Remove(FindingContext finding, SyntaxNode expression)
        => Change(finding, expression, (call, input) => Unwrap(call, input), input => input.WithoutTrivia());

    /// <summary>The edit that writes another conversion in place of the one that an expression holds, around the same input.</summary>
    public static Edit? Exchange(FindingContext finding, SyntaxNode expression, string? template)
        => Change(finding, expression, (call, input) => Rewrap(finding, call, input, template), input => Written(finding, template, input));

    /// <summary>The edit that puts a conversion's input in its place.</summary>
    public static Edit Unwrap(InvocationExpressionSyntax call, ExpressionSyntax input)
        => new(call, current => Fitting(At(call, input, current), call));

    /// <summary>The edit that writes another conversion in place of a call, around the same input.</summary>
    public static Edit? Rewrap(FindingContext finding, InvocationExpressionSyntax call, ExpressionSyntax input, string? template)
        => Bound(finding, template, input) is { } bound ? new Edit(call, current => Fitting(Written(bound, At(call, input, current)), call)) : null;

    /// <summary>The edit that writes a conversion around an expression.</summary>
    /// <param name="template">C# with {0} for the expression.</param>
    public static Edit? Wrap(FindingContext finding, SyntaxNode? node, string? template)
        => node is ExpressionSyntax expression && Bound(finding, template, expression) is { } bound
            ? new Edit(expression, current => Fitting(Written(bound, (ExpressionSyntax)current), expression))
            : null;

    /// <summary>The template, with the namespace where no using names it; null where it does not compile there.</summary>
    public static string? Bound(FindingContext finding, string? template, ExpressionSyntax inner)
    {
        if (template is null || (inner is not IdentifierNameSyntax && template.IndexOf("{0}", StringComparison.Ordinal) != template.LastIndexOf("{0}", StringComparison.Ordinal)))
        {
            return null;
        }

        return s_qualifiers.Select(qualifier => Qualified(template, qualifier)).FirstOrDefault(candidate => IsBound(finding, Text(candidate, inner), inner.SpanStart));
    }

    /// <summary>Whether C# text makes sense at a place.</summary>
    public static bool IsBound(FindingContext finding, string text, int position)
        => finding.Model.GetSpeculativeSymbolInfo(position, Bare(SyntaxFactory.ParseExpression(text)), SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol;

    /// <summary>An expression as C# text with another inside of it, with the namespace where no using names it; null where it does not compile there.</summary>
    public static ExpressionSyntax? Written(FindingContext finding, string? template, ExpressionSyntax inner)
        => Bound(finding, template, inner) is { } bound ? Written(bound, inner) : null;

    public static ExpressionSyntax Written(string template, ExpressionSyntax inner)
        => Simplified(SyntaxFactory.ParseExpression(Text(template, inner))).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The expression, to be written as short as the place allows: every name in it on its own.</summary>
    public static ExpressionSyntax Simplified(ExpressionSyntax expression)
        => expression.ReplaceNodes(
            expression.DescendantNodesAndSelf().Where(node => node is MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax),
            (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));

    /// <summary>The expression in parentheses where its new place binds tighter than it does.</summary>
    public static ExpressionSyntax Fitting(ExpressionSyntax expression, SyntaxNode place)
        => place.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax or ParenthesizedExpressionSyntax or ExpressionStatementSyntax
            || IsPrimary(expression)
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The expression without the parentheses around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }

        return expression;
    }

    /// <summary>The input of a call as it is by now.</summary>
    public static ExpressionSyntax At(InvocationExpressionSyntax call, ExpressionSyntax input, SyntaxNode current)
    {
        var position = call.ArgumentList.Arguments.IndexOf(argument => argument.Expression == input);
        return position >= 0
            ? ((InvocationExpressionSyntax)current).ArgumentList.Arguments[position].Expression
            : ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression;
    }

    /// <summary>The call that converted what an expression holds: that of the finding's origin, or of the layer that the origin makes.</summary>
    private static (InvocationExpressionSyntax Call, ExpressionSyntax Input)? Find(FindingContext finding, SyntaxNode expression)
    {
        if (finding.Origin is not InvocationExpressionSyntax origin)
        {
            return null;
        }

        if (expression.Span.Contains(origin.Span) && Input(finding, origin) is { } input)
        {
            return (origin, input);
        }

        if (!Layers.IsActivation(origin))
        {
            return null;
        }

        var layer = Variables.Holder(finding, origin);
        var calls = expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => IsCallOf(finding, call, origin, layer)).ToList();
        return calls.Count == 1 ? (calls[0], calls[0].ArgumentList.Arguments[0].Expression) : null;
    }

    private static bool IsCallOf(FindingContext finding, InvocationExpressionSyntax call, SyntaxNode creation, ISymbol? layer)
        => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward" } access, ArgumentList.Arguments.Count: 1 }
            && (access.Expression == creation || (layer is not null && SymbolEqualityComparer.Default.Equals(finding.Symbol(access.Expression), layer)));

    private static Edit? Change(
        FindingContext finding,
        SyntaxNode expression,
        Func<InvocationExpressionSyntax, ExpressionSyntax, Edit?> atConversion,
        Func<ExpressionSyntax, ExpressionSyntax?> fromVariable)
    {
        if (finding.IsElsewhere)
        {
            return null;
        }

        if (Find(finding, expression) is var (call, input))
        {
            return atConversion(call, input);
        }

        if (expression is not IdentifierNameSyntax name || Variables.Declaration(finding, name) is not { Initializer.Value: { } value } declarator || Find(finding, value) is not var (origin, converted))
        {
            return null;
        }

        if (Variables.Reads(finding, name) == 1 && !(Variables.IsDisposed(declarator) && converted is not InvocationExpressionSyntax))
        {
            return atConversion(origin, converted);
        }

        return value == origin && Variables.IsUnchanged(finding, converted, expression) && fromVariable(converted) is { } replacement
            ? new Edit(expression, _ => Fitting(replacement, expression))
            : null;
    }

    private static string Qualified(string template, string qualifier)
        => qualifier.Length == 0 ? template
            : template.IndexOf("torch.", StringComparison.Ordinal) is >= 0 and var torch && qualifier.StartsWith("Torch", StringComparison.Ordinal) ? template.Insert(torch, qualifier)
            : qualifier.StartsWith("Tensor", StringComparison.Ordinal) ? template.Replace("tf.", qualifier + "tf.")
            : template;

    private static string Text(string template, ExpressionSyntax inner)
    {
        var isArgument = template.Contains("({0})") || template.Contains("({0},");
        return template.Replace("{0}", isArgument ? inner.WithoutTrivia().ToFullString() : Parenthesised(inner));
    }

    private static string Parenthesised(ExpressionSyntax expression)
        => IsPrimary(expression) ? expression.WithoutTrivia().ToFullString() : $"({expression.WithoutTrivia().ToFullString()})";

    private static bool IsPrimary(ExpressionSyntax expression)
        => expression is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or LiteralExpressionSyntax or ThisExpressionSyntax;

    private static ArgumentSyntax? FirstArgument(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var first = method.Parameters.FirstOrDefault()?.Name;
        return arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == first) ?? arguments.FirstOrDefault(argument => argument.NameColon is null);
    }
}
