using BenchmarkDotNet.Running;
using Logits.Benchmarks.Analysis;

// Without a word, or with options of its own, BenchmarkDotNet; "analyzer" measures how the analyzer scales and how fast it answers.
if (args is ["analyzer", ..])
{
    await AnalyzerMeasurements.RunAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
