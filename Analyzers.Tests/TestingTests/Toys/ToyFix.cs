using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Replaces a zero.</summary>
public abstract class ToyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ToyAnalyzer.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(CreateAction(context, nameof(ToyFix), CreateReplacement()), context.Diagnostics);
        return Task.CompletedTask;
    }

    protected abstract ExpressionSyntax CreateReplacement();

    protected static CodeAction CreateAction(CodeFixContext context, string key, ExpressionSyntax replacement) =>
        CodeAction.Create(
            key,
            async cancellationToken =>
            {
                SyntaxNode root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
                SyntaxNode zero = root.FindNode(context.Span);
                return context.Document.WithSyntaxRoot(root.ReplaceNode(zero, replacement.WithTriviaFrom(zero)));
            },
            key);
}
