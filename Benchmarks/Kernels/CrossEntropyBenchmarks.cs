using System.Numerics;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class CrossEntropyBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public T Ours() => Logits.Kernels.CrossEntropy<T, int>(this.X, this.Classes, this.Labels);

    [Benchmark]
    public T Composed()
    {
        var loss = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            loss += max + T.Log(sum) - this.X[(r * this.Classes) + this.Labels[r]];
        }
        return loss;
    }

    [Benchmark]
    public T Loop()
    {
        var loss = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfLoop(r, keeps: false);
            loss += max + T.Log(sum) - this.X[(r * this.Classes) + this.Labels[r]];
        }
        return loss;
    }

    /// <summary>Exponentials, summed.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: false);
}
