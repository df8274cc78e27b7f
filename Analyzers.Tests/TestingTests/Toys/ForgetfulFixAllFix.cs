using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Its fix-all fixes only the first diagnostic of a document.</summary>
public sealed class ForgetfulFixAllFix : ToyFix
{
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(context.CancellationToken))!;
        SyntaxNode zero = root.FindNode(diagnostics[0].Location.SourceSpan);
        return document.WithSyntaxRoot(root.ReplaceNode(zero, CreateReplacement()));
    });

    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.ParseExpression("1");
}
