using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

public sealed class NotCompilingFix : ToyFix
{
    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.ParseExpression("missing");
}
