using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading;
using BenchmarkDotNet.Attributes;
using Logits.Numerics;

namespace Logits.Benchmarks.Kernels;

/// <summary>
/// What the benchmarks of rows share: the data, the peers' steps, and the bounds. One thread, aligned memory that is not moved.
/// </summary>
[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public abstract unsafe class RowBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers a call has at most while it is warmed up.</summary>
    private const int WarmElements = 1 << 18;

    private static readonly HashSet<(Type?, Shape)> _warm = [];

    private T* _x;
    private T* _y;
    private T* _z;

    [ParamsSource(nameof(Shapes))]
    public Shape Shape { get; set; }

    public static IEnumerable<Shape> Shapes => [new(1, 10), new(128, 10), new(64, 1000), new(4096, 128), new(16, 32_000), new(8, 151_936), new(64, 1 << 20)];

    protected ReadOnlySpan<T> X => new(_x, this.Length);

    protected Span<T> Y => new(_y, this.Length);

    /// <summary>Targets of 0 and 1.</summary>
    protected ReadOnlySpan<T> Z => new(_z, this.Length);

    protected int[] Labels { get; private set; } = [];

    protected int Classes => this.Shape.Classes;

    private int Length => this.Shape.Rows * this.Shape.Classes;

    [GlobalSetup]
    public void SetUp()
    {
        RowThreads.Most = 1;
        _x = this.Allocate();
        _y = this.Allocate();
        _z = this.Allocate();
        var random = new Random(1);
        // The sum of three is nearly normal. Beyond a million the numbers repeat.
        for (var i = 0; i < this.Length; i++)
        {
            _x[i] = i < 1 << 20 ? T.CreateTruncating(6 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)) : _x[i - (1 << 20)];
            _y[i] = T.Zero;
            _z[i] = T.CreateTruncating(i & 1);
        }
        MethodInfo[] sides = [.. this.GetType().GetMethods().Where(m => m.IsDefined(typeof(BenchmarkAttribute), true))];
        if (_warm.Add((sides[0].DeclaringType, this.Shape)))
            this.WarmUp(sides);
        this.Labels = new int[this.Shape.Rows];
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        NativeMemory.AlignedFree(_x);
        NativeMemory.AlignedFree(_y);
        NativeMemory.AlignedFree(_z);
    }

    /// <summary>The stable softmax that careful users compose: in <see cref="Y"/>, with the maximum and the sum of the last step.</summary>
    protected (T Max, T Sum) ExponentialsOfTensorPrimitives(int row)
    {
        ReadOnlySpan<T> x = this.X.Slice(row * this.Classes, this.Classes);
        var y = this.Y.Slice(row * this.Classes, this.Classes);
        var max = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, max, y);
        TensorPrimitives.Exp<T>(y, y);
        return (max, TensorPrimitives.Sum<T>(y));
    }

    /// <summary>The same as a loop; <paramref name="keeps"/> says whether the exponentials are written to <see cref="Y"/>.</summary>
    protected (T Max, T Sum) ExponentialsOfLoop(int row, bool keeps)
    {
        var x = this.X.Slice(row * this.Classes, this.Classes);
        var y = this.Y.Slice(row * this.Classes, this.Classes);
        var max = x[0];
        foreach (var v in x)
            max = v > max ? v : max;
        var sum = T.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            var e = T.Exp(x[i] - max);
            sum += e;
            if (keeps)
                y[i] = e;
        }
        return (max, sum);
    }

    /// <summary>One pass that computes the exponentials and sums them, and stores them if asked to.</summary>
    protected double ExpPass(bool stores)
    {
        if (Lanes512<T>.IsSupported)
            return ExpPass<Lanes512<T>>(stores);
        if (Lanes256<T>.IsSupported)
            return ExpPass<Lanes256<T>>(stores);
        return ExpPass<Lanes128<T>>(stores);
    }

    protected void Copy() => this.X.CopyTo(this.Y);

    private double ExpPass<TLanes>(bool stores)
        where TLanes : unmanaged, ILanes<TLanes, T>
        => TLanes.Scales ? this.ExpPass<TLanes, SaturatingExponential<TLanes, T>>(stores) : this.ExpPass<TLanes, Exponential<TLanes, T>>(stores);

    /// <summary>As one row: what a pass costs without anything for each row.</summary>
    private double ExpPass<TLanes, TExponential>(bool stores)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where TExponential : struct, IExponential<TExponential, TLanes>
    {
        const double k = 4;
        return stores
            ? RowLoops<TLanes, T>.SumStored<TExponential>(_x, _y, this.Length, k, null, 0, out _, out _)
            : RowLoops<TLanes, T>.Sum<TExponential>(_x, this.Length, k, out _, out _);
    }

    /// <summary>
    /// Has all sides compiled fully before one is measured: calls enough for each tier, then a pause, as the compiler waits until no new
    /// methods came for 100 ms. On fewer rows, where there are many.
    /// </summary>
    private void WarmUp(MethodInfo[] sides)
    {
        var whole = this.Shape;
        this.Shape = new(Math.Clamp(WarmElements / whole.Classes, 1, whole.Rows), whole.Classes);
        this.Labels = new int[this.Shape.Rows];
        for (var tier = 0; tier < 3; tier++)
        {
            foreach (var side in sides)
            {
                for (var i = 0; i < 40; i++)
                    side.Invoke(this, null);
            }
            Thread.Sleep(200);
        }
        this.Shape = whole;
    }

    private T* Allocate() => (T*)NativeMemory.AlignedAlloc((nuint)this.Length * (nuint)sizeof(T), 4096);
}
