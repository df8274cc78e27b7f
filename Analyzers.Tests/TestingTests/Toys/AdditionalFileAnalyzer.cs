using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Logits.Analyzers.Tests.TestingTests.Toys;

/// <summary>Reports the first character of each additional file, with the value of an option as argument.</summary>
public sealed class AdditionalFileAnalyzer() : ToyAnalyzer(CreateDescriptor())
{
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(file =>
        {
            SyntaxTree tree = file.Compilation.SyntaxTrees.First();
            file.Options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("toy.option", out string? option);
            var span = new TextSpan(0, 1);
            LinePositionSpan lines = file.AdditionalFile.GetText()!.Lines.GetLinePositionSpan(span);
            var location = Location.Create(file.AdditionalFile.Path, span, lines);
            file.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], location, option));
        });
    }
}
