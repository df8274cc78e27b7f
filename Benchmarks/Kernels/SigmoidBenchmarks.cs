using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class SigmoidBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.Sigmoid(this.X, this.Y);

    [Benchmark]
    public void Raw() => TensorPrimitives.Sigmoid(this.X, this.Y);

    [Benchmark]
    public void Loop()
    {
        for (var i = 0; i < this.X.Length; i++)
            this.Y[i] = T.One / (T.One + T.Exp(-this.X[i]));
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);
}
