using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Logits.Benchmarks.Kernels;

/// <summary>All benchmarks of kernels in one run, and one table of what they come to.</summary>
internal static class KernelMeasurements
{
    public const string Header = """
        | kernel | type | shape | ours, Gel/s | ours, ns a row | x composed | x raw | x loop | of the bound | of a copy |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    /// <param name="options">Words that a benchmark's name must contain, if there are any: "Softmax", "Double".</param>
    public static void Run(string[] options)
    {
        // In one process, as there are hundreds; some short iterations, of which the best counts: others may use the machine too.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(2).WithIterationCount(8).WithIterationTime(TimeInterval.FromMilliseconds(25)).WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Throughput);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        Console.WriteLine(Header);
        foreach (var (name, number, type) in Chosen(options))
            Print(name, number, BenchmarkRunner.Run(type, config));
    }

    /// <summary>The benchmarks whose names contain all of the words.</summary>
    public static IEnumerable<(string Name, string Number, Type Type)> Chosen(string[] options)
    {
        foreach (var kernel in (Type[])[
            typeof(SoftmaxBenchmarks<>), typeof(LogSoftmaxBenchmarks<>), typeof(LogSumExpBenchmarks<>), typeof(CrossEntropyBenchmarks<>),
            typeof(CrossEntropyWithGradientBenchmarks<>), typeof(SigmoidBenchmarks<>), typeof(LogSigmoidBenchmarks<>), typeof(BinaryCrossEntropyWithGradientBenchmarks<>),
            typeof(EntropyBenchmarks<>), typeof(KullbackLeiblerBenchmarks<>), typeof(LogitBenchmarks<>)])
        {
            foreach (var number in (Type[])[typeof(float), typeof(double)])
            {
                var name = kernel.Name[..kernel.Name.IndexOf("Benchmarks", StringComparison.Ordinal)];
                if (options.All(o => name.Equals(o, StringComparison.OrdinalIgnoreCase) || number.Name.Equals(o, StringComparison.OrdinalIgnoreCase)))
                    yield return (name, number.Name, kernel.MakeGenericType(number));
            }
        }
    }

    /// <summary>A line of the table: nanoseconds a call of each side, by their names.</summary>
    public static void Print(string kernel, string number, Shape shape, IReadOnlyDictionary<string, double> times)
    {
        var ours = times["Ours"];
        Console.WriteLine(FormattableString.Invariant($"| {kernel} | {number} | {shape} | {(double)shape.Rows * shape.Classes / ours:F2} | {ours / shape.Rows:F1} | {Ratio("Composed")} | {Ratio("Raw")} | {Ratio("Loop")} | {Ratio("Bound")} | {Ratio("MemoryCopy")} |"));

        string Ratio(string other) => times.TryGetValue(other, out var time) ? FormattableString.Invariant($"{time / ours:F2}") : "";
    }

    private static void Print(string kernel, string number, Summary summary)
    {
        foreach (var reports in summary.Reports.GroupBy(r => (Shape)r.BenchmarkCase.Parameters["Shape"]).OrderBy(g => g.Key.Classes).ThenBy(g => g.Key.Rows))
            Print(kernel, number, reports.Key, reports.Where(r => r.ResultStatistics != null).ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, r => r.ResultStatistics!.Min));
    }
}
