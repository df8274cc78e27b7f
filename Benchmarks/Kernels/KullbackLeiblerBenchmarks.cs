using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

/// <summary>The targets serve as the other logits.</summary>
public class KullbackLeiblerBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.KullbackLeibler(this.X, this.Z, this.Classes, this.Y);

    [Benchmark]
    public T Composed()
    {
        var last = T.Zero;
        for (var r = 0; r < this.Shape.Rows; r++)
        {
            var (max, sum) = this.ExponentialsOfTensorPrimitives(r);
            var y = this.Y.Slice(r * this.Classes, this.Classes);
            var z = this.Z.Slice(r * this.Classes, this.Classes);
            var mean = (TensorPrimitives.Dot(this.X.Slice(r * this.Classes, this.Classes), y) - TensorPrimitives.Dot(z, y)) / sum;
            var otherMax = TensorPrimitives.Max(z);
            TensorPrimitives.Subtract(z, otherMax, y);
            TensorPrimitives.Exp<T>(y, y);
            last = mean - (max + T.Log(sum)) + otherMax + T.Log(TensorPrimitives.Sum<T>(y));
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
            var (mean, otherMax, otherSum) = (T.Zero, T.NegativeInfinity, T.Zero);
            for (var i = r * this.Classes; i < (r + 1) * this.Classes; i++)
            {
                mean += this.Y[i] * (this.X[i] - this.Z[i]);
                otherMax = T.Max(this.Z[i], otherMax);
            }
            for (var i = r * this.Classes; i < (r + 1) * this.Classes; i++)
                otherSum += T.Exp(this.Z[i] - otherMax);
            last = (mean / sum) - (max + T.Log(sum)) + otherMax + T.Log(otherSum);
        }
        return last;
    }

    /// <summary>Exponentials, summed, of two sources.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: false) + this.ExpPass(stores: false);
}
