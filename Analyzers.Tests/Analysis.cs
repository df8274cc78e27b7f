using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Logits.Analyzers.Tests;

/// <summary>Runs the analyzer over programs that use the declared libraries.</summary>
internal static class Analysis
{
    /// <summary>What stands above every small program, on one line so that line numbers stay easy to count.</summary>
    public const string TorchSharpUsings = "using System; using System.Collections.Generic; using System.Linq; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    public const string KerasUsings = "using System; using System.Collections.Generic; using Tensorflow; using Tensorflow.Keras; using Tensorflow.Keras.Engine; using Tensorflow.Keras.Losses; using static Tensorflow.Binding; using static Tensorflow.KerasApi; ";

    private static readonly ImmutableArray<MetadataReference> s_references
        = LibrarySources.FrameworkReferences.Add(LibrarySources.TorchSharpReference).Add(LibrarySources.KerasReference);

    /// <summary>The findings of a program of one or more files, in the order of the text. A program that does not compile, or an analyzer that throws, fails.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(params string[] sources) => FindingsAsync(Compilation(sources, s_references), mustCompile: true);

    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(string source, ImmutableArray<MetadataReference> references, bool mustCompile) => FindingsAsync(Compilation([source], references), mustCompile);

    /// <summary>The findings of a program with other severities than those that the rules have of themselves.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(string source, params (string Id, ReportDiagnostic Severity)[] severities)
    {
        var compilation = Compilation([source], s_references);
        return FindingsAsync(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities.Select(s => KeyValuePair.Create(s.Id, s.Severity)))), mustCompile: true);
    }

    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Compilation compilation, bool mustCompile)
    {
        if (mustCompile)
        {
            var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, string.Join("\n", errors) + "\n" + compilation.SyntaxTrees.First());
        }

        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new LogitsAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        return [.. findings.OrderBy(finding => finding.Location.SourceTree!.FilePath, System.StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.Id)];
    }

    public static CSharpCompilation Compilation(string source, ImmutableArray<MetadataReference> references) => Compilation([source], references);

    public static CSharpCompilation Compilation(IReadOnlyList<string> sources, ImmutableArray<MetadataReference> references)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, path: $"/0/Test{i}.cs")).ToList();
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement)));
        return CSharpCompilation.Create("Test", trees, references, new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
    }

    /// <summary>A finding as the tests compare it.</summary>
    public static string Text(Diagnostic finding) => $"{finding.Id} {finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)}";

    public static async Task SilentAsync(string source)
    {
        var findings = await FindingsAsync(source);
        Assert.True(findings.IsEmpty, string.Join("\n", findings) + "\n" + source);
    }
}
