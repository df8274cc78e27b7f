using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Reports when the whole compilation is analyzed, too late for an editor.</summary>
public sealed class CompilationEndAnalyzer()
    : ToyAnalyzer(CreateDescriptor(tags: WellKnownDiagnosticTags.CompilationEnd))
{
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var found = new ConcurrentQueue<Diagnostic>();
            start.RegisterSyntaxNodeAction(
                literal =>
                {
                    if (FindZero(literal.Node) is { } diagnostic)
                        found.Enqueue(diagnostic);
                },
                SyntaxKind.NumericLiteralExpression);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (Diagnostic diagnostic in found)
                    end.ReportDiagnostic(diagnostic);
            });
        });
    }
}
