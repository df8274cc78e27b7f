using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Sets an argument of the sink, or of its loss object's creation, by its name, wherever it is written now.</summary>
internal static class SetArgument
{
    public static Mend? Mend(FindingContext finding, string key)
        => finding.Property(FixProperties.Setting) is { } name && finding.Property(FixProperties.SettingValue) is { } value && Edit(finding, name, value) is { } edit
            ? new Mend($"Set {name}: {value}", key, edit)
            : null;

    private static Edit? Edit(FindingContext finding, string name, string value)
    {
        var call = finding.Loss ?? finding.Sink;
        var arguments = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            ObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (finding.IsElsewhere || arguments is null || finding.Symbol(call) is not IMethodSymbol method || (finding.Loss is not null && !LossObjects.IsUsedOnce(finding, call!)))
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

    private static ArgumentListSyntax Add(ArgumentListSyntax arguments, ArgumentSyntax argument)
    {
        var list = arguments.Arguments;
        return arguments.WithArguments(SyntaxFactory.SeparatedList(
            list.Add(argument),
            list.GetSeparators().Concat(Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), list.Count == 0 ? 0 : 1))));
    }
}
