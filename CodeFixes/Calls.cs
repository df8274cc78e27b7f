using System;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Changing calls: their names and their arguments.</summary>
internal static class Calls
{
    /// <summary>
    /// The edits that call the counterpart in place of a loss function, or of the factory of a loss object that nothing else uses; none
    /// where an argument that is set would be lost.
    /// </summary>
    public static ImmutableArray<Edit> Swap(FindingContext finding)
    {
        if (finding.Property(FixProperties.Counterpart) is not { } counterpart
            || finding.IsElsewhere
            || (finding.Loss ?? finding.Argument?.Parent?.Parent) is not InvocationExpressionSyntax invocation
            || Name(invocation) is not { } name
            || finding.Symbol(invocation) is not IMethodSymbol method
            || method.ContainingType.GetMembers(counterpart).IsEmpty
            || !CarriesOver(finding, invocation, method))
        {
            return ImmutableArray<Edit>.Empty;
        }

        var edits = ImmutableArray.Create(new Edit(name, _ => SyntaxFactory.IdentifierName(counterpart)));
        return finding.Loss is null ? edits
            : !IsUsedOnce(finding, invocation) ? ImmutableArray<Edit>.Empty
            : Variables.Holder(finding, invocation) is { } holder ? WithType(finding, edits, holder, method, counterpart)
            : edits;
    }

    /// <summary>The edit that sets an argument of the sink, or of its loss object's creation, by its name, wherever it is written now.</summary>
    public static Edit? SetArgument(FindingContext finding, string? name, string? value)
    {
        var call = finding.Loss ?? finding.Sink;
        var arguments = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            ObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (name is null || value is null || finding.IsElsewhere || arguments is null || finding.Symbol(call) is not IMethodSymbol method || (finding.Loss is not null && !IsUsedOnce(finding, call!)))
        {
            return null;
        }

        var ordinal = method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1;
        if (ordinal < 0)
        {
            return null;
        }

        var position = arguments.Arguments.IndexOf(argument => argument.NameColon?.Name.Identifier.ValueText == name);
        if (position < 0 && ordinal < arguments.Arguments.Count && arguments.Arguments[ordinal].NameColon is null)
        {
            position = ordinal;
        }

        if (position >= 0)
        {
            var expression = arguments.Arguments[position].Expression;
            return expression.ToString() == value ? null : new Edit(expression, _ => SyntaxFactory.ParseExpression(value));
        }

        var added = SyntaxFactory.Argument(
            SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space),
            default,
            SyntaxFactory.ParseExpression(value));
        return new Edit(arguments, current => Add((ArgumentListSyntax)current, added));
    }

    /// <summary>The simple name that a call names its method by.</summary>
    public static SimpleNameSyntax? Name(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>Whether every argument that is set has the same meaning to the counterpart.</summary>
    public static bool CarriesOver(FindingContext finding, InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var parameters = finding.Property(FixProperties.CounterpartParameters)?.Split(',') ?? Array.Empty<string>();
        var arguments = invocation.ArgumentList.Arguments;
        return Enumerable.Range(0, arguments.Count).All(i => arguments[i].NameColon is { } named
            ? parameters.Contains(named.Name.Identifier.ValueText)
            : i < parameters.Length && i < method.Parameters.Length && method.Parameters[i].Name == parameters[i]);
    }

    /// <summary>Whether a loss object has one sink, the finding's: it is called or compiled where it is made, or held in a variable that is.</summary>
    private static bool IsUsedOnce(FindingContext finding, SyntaxNode creation)
    {
        var sink = finding.Sink ?? finding.Where.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (creation == finding.Where || (sink is not null && sink.Span.Contains(creation.Span)))
        {
            return true;
        }

        if (Variables.Holder(finding, creation) is not { } holder || Variables.Scope(holder, creation) is not { } scope)
        {
            return false;
        }

        var uses = Variables.Mentions(finding, holder, scope).Where(name => !IsHousekeeping(name) && !IsTarget(name)).ToList();
        return uses.Count == 1 && (uses[0] == finding.Where || sink?.Span.Contains(uses[0].Span) == true);
    }

    public static bool IsHousekeeping(SyntaxNode name)
        => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu" or "Dispose", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } };

    public static bool IsTarget(SyntaxNode name)
        => (name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : name) is { Parent: AssignmentExpressionSyntax assignment } left && assignment.Left == left;

    /// <summary>The edits, with one for the declared type of a loss's variable where it names the loss's class.</summary>
    public static ImmutableArray<Edit> WithType(FindingContext finding, ImmutableArray<Edit> edits, ISymbol holder, IMethodSymbol factory, string counterpart)
    {
        if (holder.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type, Variables.Count: 1 } })
        {
            return ImmutableArray<Edit>.Empty;
        }

        if (type.IsVar || finding.Type(type) is { IsAbstract: true })
        {
            return edits;
        }

        var name = type.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        return name is not null
            && SymbolEqualityComparer.Default.Equals(finding.Type(type), factory.ReturnType)
            && name.Identifier.ValueText == factory.ReturnType.Name
            && !factory.ReturnType.ContainingNamespace.GetTypeMembers(counterpart).IsEmpty
            ? edits.Add(new Edit(name, _ => SyntaxFactory.IdentifierName(counterpart)))
            : ImmutableArray<Edit>.Empty;
    }

    private static ArgumentListSyntax Add(ArgumentListSyntax arguments, ArgumentSyntax argument)
    {
        var list = arguments.Arguments;
        return arguments.WithArguments(SyntaxFactory.SeparatedList(
            list.Add(argument),
            list.GetSeparators().Concat(Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), list.Count == 0 ? 0 : 1))));
    }
}
