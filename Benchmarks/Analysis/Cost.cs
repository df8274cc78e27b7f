using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers;
using Logits.Analyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Benchmarks.Analysis;

/// <summary>What a program costs, in milliseconds: the least of several rounds, as whatever else the machine does only adds to it.</summary>
/// <param name="Compile">Parsing, binding and, of a program without errors, emitting it with its symbols.</param>
/// <param name="Build">The analyzer in a build, as the compiler itself reports it of an analyzer, on one thread.</param>
/// <param name="Editor">The same where one file is asked for after another.</param>
internal readonly record struct Cost(double Compile, double Build, double Editor)
{
    private const int Rounds = 15;

    /// <summary>What a build with the package tells the analyzer: that it is no editor's.</summary>
    private static readonly AnalyzerOptions s_build = Host.Of(("build_property.DesignTimeBuild", ""));

    /// <summary>What is allocated without a garbage collection, where none is wanted: more than any round needs.</summary>
    private const long Spare = 2L << 30;

    /// <param name="fresh">Parses the program anew: nothing is left of the round before.</param>
    public static async Task<Cost> OfAsync(Func<CSharpCompilation> fresh) => (await OfAsync([fresh], Rounds, collects: true))[0];

    /// <summary>Of several programs, a round of each in turn, so that what else the machine does falls on all of them.</summary>
    /// <param name="programs">Each parses its program anew.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="collects">
    /// Whether garbage is collected meanwhile, as a compiler does. How times grow shows only without it: one collection more or less is
    /// as much as the analysis of a small program.
    /// </param>
    public static async Task<Cost[]> OfAsync(Func<CSharpCompilation>[] programs, int rounds, bool collects)
    {
        var areWhole = Array.ConvertAll(programs, fresh => fresh().GetDiagnostics().All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error));
        var least = Array.ConvertAll(programs, _ => new Cost(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity));
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                GC.Collect();
                var watch = Stopwatch.StartNew();
                CompileOnce(programs[i](), areWhole[i]);
                var compile = watch.Elapsed.TotalMilliseconds;
                least[i] = new Cost(
                    Math.Min(least[i].Compile, compile),
                    Math.Min(least[i].Build, await OfAnalyzerAsync(programs[i](), s_build, collects)),
                    Math.Min(least[i].Editor, await OfAnalyzerAsync(programs[i](), new AnalyzerOptions([]), collects)));
            }
        }

        return least;
    }

    private static void CompileOnce(CSharpCompilation program, bool isWhole)
    {
        if (!isWhole)
        {
            program.GetDiagnostics();
            return;
        }

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        if (!program.Emit(assembly, symbols).Success)
        {
            throw new InvalidOperationException($"The program {program.AssemblyName} has no errors, and cannot be emitted.");
        }
    }

    private static async Task<double> OfAnalyzerAsync(CSharpCompilation compilation, AnalyzerOptions host, bool collects)
    {
        GC.Collect();
        if (!collects && !GC.TryStartNoGCRegion(Spare))
        {
            throw new InvalidOperationException($"There is no memory of {Spare} bytes to do without garbage collections.");
        }

        var analyzer = new LogitsAnalyzer();
        var options = new CompilationWithAnalyzersOptions(host, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var analysis = compilation.WithAnalyzers([analyzer], options);
        await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        if (!collects)
        {
            GC.EndNoGCRegion();
        }

        return (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
    }
}
