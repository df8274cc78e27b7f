using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class LogSoftmaxBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.LogSoftmax(this.X, this.Classes, this.Y);

    [Benchmark]
    public void Composed()
    {
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            TensorPrimitives.Subtract(this.X.Slice(r * this.Classes, this.Classes), max + T.Log(sum), this.Y.Slice(r * this.Classes, this.Classes));
        }
    }

    [Benchmark]
    public void Loop()
    {
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfLoop(r, keeps: false);
            var x = this.X.Slice(r * this.Classes, this.Classes);
            var y = this.Y.Slice(r * this.Classes, this.Classes);
            var log = max + T.Log(sum);
            for (var i = 0; i < x.Length; i++)
                y[i] = x[i] - log;
        }
    }

    /// <summary>Exponentials, summed, and a copy.</summary>
    [Benchmark]
    public double Bound()
    {
        this.Copy();
        return this.ExpPass(stores: false);
    }
}
