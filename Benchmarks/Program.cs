using BenchmarkDotNet.Running;
using Logits.Benchmarks.Kernels;

// Without a word, or with options of its own, BenchmarkDotNet; "kernels" compares the kernels with their peers and their bounds.
if (args is ["kernels", .. var options])
    KernelMeasurements.Run(options);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
