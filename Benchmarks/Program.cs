using BenchmarkDotNet.Running;
using Logits.Benchmarks.Analysis;
using Logits.Benchmarks.Kernels;

// Without a word, or with options of its own, BenchmarkDotNet. "analyzer" measures how the analyzer scales and how fast it answers, "kernels"
// compares the kernels with their peers and their bounds.
switch (args)
{
    case ["analyzer", ..]:
        await AnalyzerMeasurements.RunAsync();
        break;
    case ["kernels", .. var options]:
        KernelMeasurements.Run(options);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
