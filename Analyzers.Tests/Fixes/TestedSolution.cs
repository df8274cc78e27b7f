using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>Solutions that are put together by hand, where the verifier's projects are not enough.</summary>
internal static class TestedSolution
{
    /// <summary>A library that refers to TorchSharp.</summary>
    public static Project AddProject(Solution solution, string name)
        => solution.AddProject(name, name, LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(LibrarySources.FrameworkReferences.Add(LibrarySources.TorchSharpReference));

    /// <summary>The safe mend of the one finding of a document's project; null where there is none.</summary>
    public static async Task<Mend?> SafeMendAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var finding = Assert.Single(await compilation.WithAnalyzers([new LogitsAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        return await new ProbabilitiesToLogitsFix().MendAsync(document, finding, key: null, default);
    }
}
