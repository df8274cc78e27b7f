using System.Numerics;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class LogSumExpBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.LogSumExp(this.X, this.Classes, this.Y);

    [Benchmark]
    public T Composed()
    {
        var last = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            last = max + T.Log(sum);
        }
        return last;
    }

    [Benchmark]
    public T Loop()
    {
        var last = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfLoop(r, keeps: false);
            last = max + T.Log(sum);
        }
        return last;
    }

    /// <summary>Exponentials, summed.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: false);
}
