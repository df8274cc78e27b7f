using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Benchmarks.Analysis;

/// <summary>
/// How the time of the analyzer grows with a program, and how long an editor waits for the diagnostics of a file after a key. Ratios are
/// of one run, side by side; milliseconds are of this machine.
/// </summary>
internal static class AnalyzerMeasurements
{
    private const int Rounds = 5;
    private const int Edits = 100;
    private const int FilesOfTheEditedProject = 200;

    public static async Task RunAsync()
    {
        await ScalingAsync();
        await EditingAsync();
    }

    private static async Task ScalingAsync()
    {
        // The first runs pay for the just-in-time compiler.
        for (var round = 0; round < Rounds; round++)
        {
            await AnalyseAsync(2000);
        }

        Console.WriteLine("| members | compile, ms | analyzer, ms | analyzer / compile | for the doubling |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        double? before = null;
        foreach (var members in new[] { 500, 1000, 2000, 4000 })
        {
            var runs = new List<(double Compile, double Analyse)>();
            for (var round = 0; round < Rounds; round++)
            {
                runs.Add(await AnalyseAsync(members));
            }

            var compile = Quantiles.Median(runs.Select(run => run.Compile));
            var analyse = Quantiles.Median(runs.Select(run => run.Analyse));
            Console.WriteLine($"| {members} | {compile:F0} | {analyse:F0} | {analyse / compile:P0} | {(before is { } b ? $"x {analyse / b:F2}" : "")} |");
            before = analyse;
        }
    }

    /// <summary>The processor time to compile, and what the analyzer adds to that of an analyzer that does nothing.</summary>
    private static async Task<(double Compile, double Analyse)> AnalyseAsync(int members)
    {
        var files = SyntheticSolution.Files(members);
        var fresh = SyntheticSolution.Compilation(files);
        var compile = await ProcessorTime.OfAsync(() => Task.FromResult(fresh.GetDiagnostics()));
        return (compile, await ProcessorTime.OfAnalyzerAsync(() => SyntheticSolution.Compilation(files)));
    }

    private static async Task EditingAsync()
    {
        var files = SyntheticSolution.Files(FilesOfTheEditedProject * 10).ToArray();
        var compilation = SyntheticSolution.Compilation(files);
        var random = new Random(1);
        var times = new List<double>();
        for (var edit = -10; edit < Edits; edit++)
        {
            var number = random.Next(files.Length);
            var changed = SyntheticSolution.File(number, edit + 20);
            compilation = compilation.ReplaceSyntaxTree(files[number], changed);
            files[number] = changed;
            var model = compilation.GetSemanticModel(changed);
            var watch = Stopwatch.StartNew();
            await compilation.WithAnalyzers([new LogitsAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
            if (edit >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Console.WriteLine();
        Console.WriteLine($"After an edit of one body in a project of {FilesOfTheEditedProject} files, the diagnostics of that file take {Quantiles.Median(times):F1} ms in the median and {Quantiles.Of(times, 0.95):F1} ms at the 95th percentile ({Edits} edits).");
    }
}
