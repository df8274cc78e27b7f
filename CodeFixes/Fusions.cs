using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Writing the logarithm of a conversion as the one function that computes it.</summary>
internal static class Fusions
{
    /// <summary>
    /// The edit of <c>log(softmax(x, d))</c>: the conversion's own call, renamed, takes the place of the logarithm, so that its spelling and
    /// its axis stay. Through a local where the converted input still holds the same.
    /// </summary>
    public static Edit? LogOf(FindingContext finding, string fused)
    {
        if (finding.Where is not InvocationExpressionSyntax || finding.Origin is not InvocationExpressionSyntax conversion || Conversions.Input(finding, finding.Where) is not { } operand)
        {
            return null;
        }

        if (!IsWhole(finding, operand, conversion))
        {
            return null;
        }

        var callee = Name(finding, conversion, fused);
        return callee is null ? null : new Edit(finding.Where, _ => conversion.WithExpression(callee).WithoutTrivia());
    }

    /// <summary>The edit of <c>log(sigmoid(x))</c> and of <c>log(1 - sigmoid(x))</c>.</summary>
    public static Edit? LogOfSigmoid(FindingContext finding)
    {
        if (finding.Origin is not InvocationExpressionSyntax conversion
            || Conversions.Input(finding, conversion) is not { } input
            || Conversions.Input(finding, finding.Where) is not { } operand
            || finding.Model.GetTypeInfo(input, finding.Cancellation).Type is not { } type
            || type.GetMembers("log_sigmoid").IsEmpty)
        {
            return null;
        }

        if (Conversions.Reachable(finding, "torch.nn.functional.logsigmoid(") is not { } fused)
        {
            return null;
        }

        var isComplement = finding.Property(FixProperties.Formula) == "SigmoidComplement";
        while (operand is ParenthesizedExpressionSyntax inner)
        {
            operand = inner.Expression;
        }

        if (isComplement)
        {
            return operand is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference && IsWhole(finding, difference.Right, conversion)
                ? new Edit(finding.Where, _ => Conversions.Written(fused + "-{0})", input))
                : null;
        }

        return IsWhole(finding, operand, conversion) ? new Edit(finding.Where, _ => Conversions.Written(fused + "{0})", input)) : null;
    }

    /// <summary>Whether an expression is the conversion itself, or a local that holds it while its input is unchanged.</summary>
    private static bool IsWhole(FindingContext finding, ExpressionSyntax expression, InvocationExpressionSyntax conversion)
        => expression.Span == conversion.Span
            || (expression is ParenthesizedExpressionSyntax parenthesized && IsWhole(finding, parenthesized.Expression, conversion))
            || (expression is IdentifierNameSyntax name
                && Variables.Declaration(finding, name) is { Initializer.Value: { } value }
                && value.Span == conversion.Span
                && Conversions.Input(finding, conversion) is { } input
                && Variables.IsUnchanged(finding, input));

    /// <summary>The callee of the fused function: beside the conversion where its holder has one, else in the library's functions.</summary>
    private static ExpressionSyntax? Name(FindingContext finding, InvocationExpressionSyntax conversion, string fused)
    {
        if (finding.Model.GetSymbolInfo(conversion, finding.Cancellation).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        if (!method.ContainingType.GetMembers(fused).IsEmpty)
        {
            return conversion.Expression is MemberAccessExpressionSyntax member
                ? member.WithName(SyntaxFactory.IdentifierName(fused))
                : SyntaxFactory.IdentifierName(fused);
        }

        return method.IsStatic && finding.Model.Compilation.GetTypeByMetadataName("TorchSharp.torch+nn+functional") is not null
            && Conversions.Reachable(finding, "torch.nn.functional." + fused) is { } callee
            ? SyntaxFactory.ParseExpression(callee)
            : null;
    }
}
