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
    /// The edit that calls the counterpart in place of a loss function, or of the factory of a loss object that nothing else uses; null
    /// where an argument that is set would be lost.
    /// </summary>
    public static Edit? Swap(FindingContext finding)
    {
        var counterpart = finding.Property(FixProperties.Counterpart);
        var call = finding.Loss ?? finding.Argument?.Parent?.Parent;
        if (counterpart is null || call is not InvocationExpressionSyntax invocation || (finding.Loss is not null && !IsUsedOnce(finding, invocation)) || !CarriesOver(finding, invocation))
        {
            return null;
        }

        return new Edit(Name(invocation), _ => SyntaxFactory.IdentifierName(counterpart));
    }

    /// <summary>The edit that sets an argument by its name, wherever it is written now.</summary>
    public static Edit? SetArgument(FindingContext finding, SyntaxNode? call, string name, string value)
    {
        var arguments = call switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            ObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is null || finding.Model.GetSymbolInfo(call!, finding.Cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var expression = SyntaxFactory.ParseExpression(value);
        var position = arguments.Arguments.IndexOf(argument => argument.NameColon?.Name.Identifier.ValueText == name);
        if (position < 0)
        {
            var ordinal = method.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1;
            if (ordinal < 0)
            {
                return null;
            }

            position = ordinal < arguments.Arguments.Count && arguments.Arguments[ordinal].NameColon is null ? ordinal : -1;
        }

        return position >= 0
            ? new Edit(arguments.Arguments[position].Expression, _ => expression)
            : new Edit(arguments, current => ((ArgumentListSyntax)current).AddArguments(SyntaxFactory.Argument(SyntaxFactory.NameColon(name).WithColonToken(SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.ColonToken, SyntaxFactory.TriviaList(SyntaxFactory.Space))), default, expression)));
    }

    /// <summary>The simple name that a call names its method by.</summary>
    public static SimpleNameSyntax Name(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => invocation.DescendantNodes().OfType<SimpleNameSyntax>().First(),
    };

    /// <summary>Whether every argument that is set has the same meaning to the counterpart.</summary>
    private static bool CarriesOver(FindingContext finding, InvocationExpressionSyntax invocation)
    {
        var parameters = finding.Property(FixProperties.CounterpartParameters)?.Split(',') ?? System.Array.Empty<string>();
        if (finding.Model.GetSymbolInfo(invocation, finding.Cancellation).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        var arguments = invocation.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var carries = arguments[i].NameColon is { } named
                ? parameters.Contains(named.Name.Identifier.ValueText)
                : i < parameters.Length && i < method.Parameters.Length && method.Parameters[i].Name == parameters[i];
            if (!carries)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a loss object has one sink: it is called where it is made, or held in a variable of a type that fits both and called once.</summary>
    private static bool IsUsedOnce(FindingContext finding, InvocationExpressionSyntax creation)
    {
        if (creation.Parent is MemberAccessExpressionSyntax)
        {
            return true;
        }

        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator })
        {
            return false;
        }

        var symbol = finding.Model.GetDeclaredSymbol(declarator, finding.Cancellation);
        var fits = declaration.Type.IsVar || finding.Model.GetTypeInfo(declaration.Type, finding.Cancellation).Type is { IsAbstract: true };
        var isHidden = symbol is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private };
        if (symbol is null || !fits || !isHidden)
        {
            return false;
        }

        SyntaxNode scope = symbol is IFieldSymbol ? declarator.FirstAncestorOrSelf<TypeDeclarationSyntax>()! : Variables.Scope(declarator);
        return Variables.Mentions(finding, symbol, scope).Count(name => IsCalled(name)) == 1;
    }

    private static bool IsCalled(SyntaxNode name) => name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu" or "Dispose" };
}
