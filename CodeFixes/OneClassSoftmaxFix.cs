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
            LiteralExpressionSyntax { Token.Value: "softmax" } literal => new Edit(literal, _ => SyntaxFactory.ParseExpression("\"sigmoid\"")),
            MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "Softmax" } name } => new Edit(name, _ => SyntaxFactory.IdentifierName("Sigmoid")),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } invocation when Calls.Name(invocation).Identifier.ValueText == "Softmax"
                => new Edit(invocation, current => Sigmoid((InvocationExpressionSyntax)current)),
            InvocationExpressionSyntax => Conversions.Rewrap(finding, finding.Where, "{0}.sigmoid()"),
            _ => null,
        };
        if (edit is not null)
        {
            yield return new Mend("Use a sigmoid", UseSigmoid, edit);
        }
    }

    private static InvocationExpressionSyntax Sigmoid(InvocationExpressionSyntax softmax)
        => softmax.ReplaceNode(Calls.Name(softmax), SyntaxFactory.IdentifierName("Sigmoid")).WithArgumentList(SyntaxFactory.ArgumentList());
}
