using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Forgets to say that generated code is not its business.</summary>
public sealed class GeneratedCodeAnalyzer() : ToyAnalyzer(CreateDescriptor())
{
#pragma warning disable RS1025 // What it forgets is its purpose.
    public override void Initialize(AnalysisContext context)
#pragma warning restore RS1025
    {
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeLiteral, SyntaxKind.NumericLiteralExpression);
    }
}
