using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Offers one and two, in a group.</summary>
public sealed class ChoiceFix : ToyFix
{
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        ImmutableArray<CodeAction> choices =
        [
            CreateAction(context, "One", CreateReplacement()),
            CreateAction(context, "Two", SyntaxFactory.ParseExpression("2")),
        ];
        context.RegisterCodeFix(CodeAction.Create("Replace zero", choices, isInlinable: false), context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.ParseExpression("1");
}
