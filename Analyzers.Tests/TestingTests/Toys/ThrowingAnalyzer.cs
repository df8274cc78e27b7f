using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

public sealed class ThrowingAnalyzer() : ToyAnalyzer(CreateDescriptor())
{
    protected override void AnalyzeLiteral(SyntaxNodeAnalysisContext context) => throw new NotSupportedException("A bug.");
}
