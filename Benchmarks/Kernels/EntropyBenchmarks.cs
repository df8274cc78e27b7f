using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class EntropyBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.Entropy(this.X, this.Classes, this.Y);

    [Benchmark]
    public T Composed()
    {
        var last = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            var (start, length) = (r * this.Classes, this.Classes);
            last = max + T.Log(sum) - (TensorPrimitives.Dot(this.X.Slice(start, length), this.Y.Slice(start, length)) / sum);
        }
        return last;
    }

    [Benchmark]
    public T Loop()
    {
        var last = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfLoop(r, keeps: true);
            var mean = T.Zero;
            for (var i = r * this.Classes; i < (r + 1) * this.Classes; i++)
                mean += this.X[i] * this.Y[i];
            last = max + T.Log(sum) - (mean / sum);
        }
        return last;
    }

    /// <summary>Exponentials, summed.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: false);
}
