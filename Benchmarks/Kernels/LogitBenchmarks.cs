using System;
using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

public class LogitBenchmarks<T> : RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[]? _probabilities;

    [Benchmark(Baseline = true)]
    public void Ours() => Logits.Kernels.Logit(this.Probabilities(), this.Y);

    [Benchmark]
    public void Composed()
    {
        var p = this.Probabilities();
        TensorPrimitives.Subtract(T.One, p, this.Y);
        TensorPrimitives.Divide(p, this.Y, this.Y);
        TensorPrimitives.Log<T>(this.Y, this.Y);
    }

    [Benchmark]
    public void Loop()
    {
        var p = this.Probabilities();
        for (var i = 0; i < p.Length; i++)
            this.Y[i] = T.Log(p[i] / (T.One - p[i]));
    }

    /// <summary>Exponentials, summed and stored.</summary>
    [Benchmark]
    public double Bound() => this.ExpPass(stores: true);

    private ReadOnlySpan<T> Probabilities()
    {
        if (_probabilities?.Length != this.X.Length)
        {
            _probabilities = new T[this.X.Length];
            Logits.Kernels.Sigmoid(this.X, _probabilities);
        }
        return _probabilities;
    }
}
