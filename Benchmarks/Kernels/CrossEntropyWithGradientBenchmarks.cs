using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class CrossEntropyWithGradientBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T Share => T.One / T.CreateTruncating(this.Shape.Rows);

    [Benchmark(Baseline = true)]
    public T Ours() => Logits.Kernels.CrossEntropyWithGradient<T, int>(this.X, this.Classes, this.Labels, this.Y);

    [Benchmark]
    public T Composed()
    {
        var loss = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            var gradient = this.Y.Slice(r * this.Classes, this.Classes);
            TensorPrimitives.Multiply(gradient, this.Share / sum, gradient);
            gradient[this.Labels[r]] -= this.Share;
            loss += max + T.Log(sum) - this.X[(r * this.Classes) + this.Labels[r]];
        }
        return loss * this.Share;
    }

    [Benchmark]
    public T Loop()
    {
        var loss = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfLoop(r, keeps: true);
            var gradient = this.Y.Slice(r * this.Classes, this.Classes);
            foreach (ref var g in gradient)
                g *= this.Share / sum;
            gradient[this.Labels[r]] -= this.Share;
            loss += max + T.Log(sum) - this.X[(r * this.Classes) + this.Labels[r]];
        }
        return loss * this.Share;
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);
}
