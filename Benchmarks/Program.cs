using BenchmarkDotNet.Running;
using Logits.Benchmarks.Analysis;
using Logits.Benchmarks.Charts;
using Logits.Benchmarks.Kernels;

// Without a word, or with options of its own, BenchmarkDotNet. "analyzer" measures how the analyzer scales and how fast it answers; "programs"
// what it adds to the compilation of programs on disk; "kernels" compares the kernels with their peers and their bounds, "turns" too, on a machine that is
// not quiet; "charts" draws the tables of docs/numerics.md.
switch (args)
{
    case ["analyzer", ..]:
        await AnalyzerMeasurements.RunAsync();
        break;
    case ["programs", var references, .. var folders]:
        await ProgramMeasurements.RunAsync(references, folders);
        break;
    case ["kernels", .. var options]:
        KernelMeasurements.Run(options);
        break;
    case ["turns", .. var options]:
        TurnMeasurements.Run(options);
        break;
    case ["charts", var page, var folder]:
        NumericsCharts.Write(page, folder);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
