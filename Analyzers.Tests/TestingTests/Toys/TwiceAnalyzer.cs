using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Reports two diagnostics in one place.</summary>
public sealed class TwiceAnalyzer() : ToyAnalyzer(CreateDescriptor())
{
    protected override void AnalyzeLiteral(SyntaxNodeAnalysisContext context)
    {
        context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], context.Node.GetLocation(), "A"));
        context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], context.Node.GetLocation(), "B"));
    }
}
