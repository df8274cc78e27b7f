using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Writes the right text from a tree that no parser makes of it.</summary>
public sealed class ImpossibleTreeFix : ToyFix
{
    protected override ExpressionSyntax CreateReplacement() => SyntaxFactory.IdentifierName("1");
}
