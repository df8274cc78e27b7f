using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class SoftmaxBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.Softmax(this.X, this.Classes, this.Y);

    [Benchmark]
    public void Raw()
    {
        for (var r = 0; r < this.Shape.Rows; r++)
            TensorPrimitives.SoftMax(this.X.Slice(r * this.Classes, this.Classes), this.Y.Slice(r * this.Classes, this.Classes));
    }

    [Benchmark]
    public void Composed()
    {
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var y = this.Y.Slice(r * this.Classes, this.Classes);
            TensorPrimitives.Divide(y, this.ExponentialsOfTensorPrimitives(r).Sum, y);
        }
    }

    [Benchmark]
    public void Loop()
    {
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var sum = this.ExponentialsOfLoop(r, keeps: true).Sum;
            foreach (ref var p in this.Y.Slice(r * this.Classes, this.Classes))
                p /= sum;
        }
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);

    [Benchmark]
    public void MemoryCopy() => this.Copy();
}
