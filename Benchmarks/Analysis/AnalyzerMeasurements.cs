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
        // The first run pays for the just-in-time compiler.
        await AnalyseAsync(500);
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

            var compile = Median(runs.Select(run => run.Compile));
            var analyse = Median(runs.Select(run => run.Analyse));
            Console.WriteLine($"| {members} | {compile:F0} | {analyse:F0} | {analyse / compile:P0} | {(before is { } b ? $"x {analyse / b:F2}" : "")} |");
            before = analyse;
        }
    }

    /// <summary>The time to compile, and the time that the analyzer's own actions take, of one fresh compilation.</summary>
    private static async Task<(double Compile, double Analyse)> AnalyseAsync(int members)
    {
        var files = SyntheticSolution.Files(members);
        var watch = Stopwatch.StartNew();
        SyntheticSolution.Compilation(files).GetDiagnostics();
        var compile = watch.Elapsed.TotalMilliseconds;

        var analyzer = new LogitsAnalyzer();
        var run = SyntheticSolution.Compilation(files).WithAnalyzers([analyzer], Options(concurrent: false));
        var findings = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Trace.Assert(findings.Length > 0);
        var telemetry = await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
        return (compile, telemetry.ExecutionTime.TotalMilliseconds);
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
            await compilation.WithAnalyzers([new LogitsAnalyzer()], Options(concurrent: true)).GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None);
            if (edit >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine();
        Console.WriteLine($"After an edit of one body in a project of {FilesOfTheEditedProject} files, the diagnostics of that file take {times[times.Count / 2]:F1} ms in the median and {times[(int)(times.Count * 0.95)]:F1} ms at the 95th percentile ({Edits} edits).");
    }

    private static CompilationWithAnalyzersOptions Options(bool concurrent) => new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: true);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
