using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Benchmarks.Analysis;

/// <summary>Milliseconds of processor time: what other processes of the machine do counts little.</summary>
internal static class ProcessorTime
{
    public static async Task<double> OfAsync<T>(Func<Task<T>> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    /// <summary>What the analyzer adds to an analyzer that does nothing, each on a fresh compilation that was compiled before.</summary>
    public static async Task<double> OfAnalyzerAsync(Func<CSharpCompilation> fresh)
        => -await OfAsync(fresh(), new Nothing()) + await OfAsync(fresh(), new LogitsAnalyzer());

    private static async Task<double> OfAsync(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        compilation.GetDiagnostics();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return await OfAsync(() => compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None));
    }

    /// <summary>Has the host do what it does for any analyzer that looks at bodies.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // No analyzer to be shipped.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Nothing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
            = [new DiagnosticDescriptor("NONE", "Nothing", "Nothing", "None", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCodeBlockAction(_ => { });
        }
    }
}
