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
    private const int Rounds = 25;
    private const int Edits = 100;
    private const int FilesOfTheEditedProject = 200;

    public static async Task RunAsync()
    {
        await ScalingAsync();
        await EditingAsync();
    }

    private static async Task ScalingAsync()
    {
        int[] sizes = [500, 1000, 2000, 4000];
        var costs = await Cost.OfAsync(Array.ConvertAll<int, Func<CSharpCompilation>>(sizes, members => () => SyntheticSolution.Compilation(SyntheticSolution.Files(members))), Rounds, collects: false);
        Console.WriteLine("| members | compile, ms | analyzer, ms | analyzer / compile | for the doubling |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        for (var i = 0; i < sizes.Length; i++)
        {
            Console.WriteLine($"| {sizes[i]} | {costs[i].Compile:F0} | {costs[i].Build:F0} | {costs[i].Build / costs[i].Compile:P0} | {(i > 0 ? $"x {costs[i].Build / costs[i - 1].Build:F2}" : "")} |");
        }
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
