using System;
using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class BinaryCrossEntropyWithGradientBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public T Ours() => Logits.Kernels.BinaryCrossEntropyWithGradient(this.X, this.Z, this.Y);

    /// <summary>A block at a time, so that what is between stays in the cache.</summary>
    [Benchmark]
    public T Composed()
    {
        Span<T> buffer = stackalloc T[256];
        var (loss, share) = (T.Zero, T.One / T.CreateTruncating(this.X.Length));
        for (var i = 0; i < this.X.Length; i += buffer.Length)
        {
            var y = this.Y.Slice(i, int.Min(buffer.Length, this.X.Length - i));
            ReadOnlySpan<T> x = this.X.Slice(i, y.Length), z = this.Z.Slice(i, y.Length);
            var e = buffer[..y.Length];
            TensorPrimitives.Abs(x, e);
            TensorPrimitives.Negate<T>(e, e);
            TensorPrimitives.Exp<T>(e, e);
            TensorPrimitives.LogP1<T>(e, e);
            TensorPrimitives.Max(x, T.Zero, y);
            loss += TensorPrimitives.Sum<T>(y) + TensorPrimitives.Sum<T>(e) - TensorPrimitives.Dot(x, z);
            TensorPrimitives.Sigmoid(x, y);
            TensorPrimitives.Subtract(y, z, y);
            TensorPrimitives.Multiply(y, share, y);
        }
        return loss * share;
    }

    [Benchmark]
    public T Loop()
    {
        var (loss, share) = (T.Zero, T.One / T.CreateTruncating(this.X.Length));
        for (var i = 0; i < this.X.Length; i++)
        {
            var (x, z) = (this.X[i], this.Z[i]);
            var e = T.Exp(-T.Abs(x));
            loss += T.Max(x, T.Zero) - (x * z) + T.LogP1(e);
            this.Y[i] = ((x < T.Zero ? e : T.One) / (T.One + e) - z) * share;
        }
        return loss * share;
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);
}
