using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>LGT3001: one unit takes a sigmoid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneClassSoftmaxFix))]
public sealed class OneClassSoftmaxFix : LogitsFix
{
    public const string UseSigmoid = "LGT3001.UseSigmoid";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("LGT3001");

    internal override IEnumerable<Mend> Mends(FindingContext finding)
    {
        Edit? edit = finding.Where switch
        {
            _ when finding.IsElsewhere => null,
            LiteralExpressionSyntax { Token.Value: "softmax" } literal => new Edit(literal, _ => SyntaxFactory.ParseExpression("\"sigmoid\"")),
            MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "Softmax" } name } access when Has(finding.Type(access.Expression)) => new Edit(name, _ => SyntaxFactory.IdentifierName("Sigmoid")),
            InvocationExpressionSyntax layer when Layers.IsActivation(layer) && Sigmoid(layer) is { } sigmoid && Conversions.IsBound(finding, sigmoid.ToString(), layer.SpanStart)
                => new Edit(layer, current => Sigmoid((InvocationExpressionSyntax)current)!),
            InvocationExpressionSyntax function when Calls.Name(function)?.Identifier.ValueText == "softmax" && Conversions.Input(finding, function) is { } input
                => InStyle(finding, function, input),
            _ => null,
        };
        if (edit is not null)
        {
            yield return new Mend("Use a sigmoid", UseSigmoid, edit);
        }
    }

    private static bool Has(ITypeSymbol? type) => type is not null && !type.GetMembers("Sigmoid").IsEmpty;

    /// <summary>The sigmoid that is spelt as the softmax is: a tensor's own method, or a function beside it.</summary>
    private static Edit? InStyle(FindingContext finding, InvocationExpressionSyntax softmax, ExpressionSyntax input)
    {
        var callee = softmax.Expression switch
        {
            MemberAccessExpressionSyntax access when access.Expression == input => null,
            MemberAccessExpressionSyntax access => access.WithName(SyntaxFactory.IdentifierName("sigmoid")).WithoutTrivia().ToString(),
            _ => "sigmoid",
        };
        return callee is null
            ? Conversions.Rewrap(finding, softmax, input, "{0}.sigmoid()")
            : Conversions.Rewrap(finding, softmax, input, callee + "({0})") ?? Conversions.Rewrap(finding, softmax, input, "torch.sigmoid({0})");
    }

    private static InvocationExpressionSyntax? Sigmoid(InvocationExpressionSyntax softmax)
        => Calls.Name(softmax) is { Identifier.ValueText: "Softmax" } name
            ? softmax.ReplaceNode(name, SyntaxFactory.IdentifierName("Sigmoid")).WithArgumentList(SyntaxFactory.ArgumentList())
            : null;
}
