using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>The fix that works.</summary>
public sealed class OneFix : ToyFix
{
    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.ParseExpression("1");
}
