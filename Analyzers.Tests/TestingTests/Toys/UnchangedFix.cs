using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Replaces zero by zero.</summary>
public sealed class UnchangedFix : ToyFix
{
    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.ParseExpression("0");
}
