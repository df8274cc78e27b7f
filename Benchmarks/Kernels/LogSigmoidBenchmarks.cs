using System;
using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class LogSigmoidBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.LogSigmoid(this.X, this.Y);

    [Benchmark]
    public void Composed()
    {
        TensorPrimitives.Abs(this.X, this.Y);
        TensorPrimitives.Negate<T>(this.Y, this.Y);
        TensorPrimitives.Exp<T>(this.Y, this.Y);
        TensorPrimitives.LogP1<T>(this.Y, this.Y);
        TensorPrimitives.Negate<T>(this.Y, this.Y);
        // min(x, 0) - y, a block at a time so that it stays in the cache.
        Span<T> minimum = stackalloc T[256];
        for (var i = 0; i < this.X.Length; i += minimum.Length)
        {
            var y = this.Y.Slice(i, int.Min(minimum.Length, this.X.Length - i));
            TensorPrimitives.Min(this.X.Slice(i, y.Length), T.Zero, minimum);
            TensorPrimitives.Add(y, minimum[..y.Length], y);
        }
    }

    [Benchmark]
    public void Loop()
    {
        for (var i = 0; i < this.X.Length; i++)
            this.Y[i] = T.Min(this.X[i], T.Zero) - T.LogP1(T.Exp(-T.Abs(this.X[i])));
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);
}
