using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using Logits.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>The results do not depend on how many threads there are.</summary>
[Collection("Alone")]
public sealed class ThreadTests
{
    [Theory]
    [InlineData(1 << 17, 10)]
    [InlineData(20, 100_000)]
    [InlineData(3, 1 << 20)]
    public void OneThreadGivesWhatManyGive(int rows, int classes)
        => OneGivesWhatManyGive(rows, classes, classes, new Random(14));

    /// <summary>Of classes that do not lie side by side, too.</summary>
    [Fact]
    public void OneThreadGivesWhatManyGiveInAnyLayout()
        => OneGivesWhatManyGive(5 * 110 * 100, 21, new ClassLayout([5, 21, 110, 100], 1), new Random(15));

    /// <summary>Such results are written past the caches, and their exponentials made twice.</summary>
    [Theory]
    [Trait("Size", "Huge")]
    [InlineData(0)]
    [InlineData(1)]
    public void ResultsLargerThanTheCachesAreTheSame(int offset)
    {
        const int Rows = 7, Classes = (1 << 20) - 3;
        var random = new Random(16);
        var x = new float[Rows * Classes];
        for (var i = 0; i < x.Length; i++)
            x[i] = (float)random.NextDouble() * 20;
        // One that has all, and one far from 0.
        x.AsSpan(Classes, Classes).Fill(float.NegativeInfinity);
        x[Classes + 5] = 3.7f;
        x.AsSpan(2 * Classes, 9).Fill(1e6f);
        float[] all = new float[x.Length + offset], row = new float[Classes];
        Kernels.Softmax(x, Classes, all.AsSpan(offset));
        for (var r = 0; r < Rows; r++)
        {
            Kernels.Softmax<float>(x.AsSpan(r * Classes, Classes), row);
            Same(row, all.AsSpan(offset + (r * Classes), Classes), 5e-7f);
        }
        Kernels.LogSoftmax(x, Classes, all.AsSpan(offset));
        for (var r = 0; r < Rows; r++)
        {
            Kernels.LogSoftmax<float>(x.AsSpan(r * Classes, Classes), row);
            Same(row, all.AsSpan(offset + (r * Classes), Classes), 0);
        }
    }

    [Fact]
    public void NothingIsAllocatedOnOneThread()
    {
        NothingIsAllocated<float>();
        NothingIsAllocated<double>();
        NothingIsAllocated<Half>();
    }

    /// <summary>What threads share is not allocated where there is one only, however much there is to do.</summary>
    [Fact]
    public void NothingIsAllocatedForThreadsThatAreNot()
    {
        const int Rows = 1 << 11, Classes = 1 << 10;
        float[] x = new float[Rows * Classes], y = new float[Rows * Classes];
        nint[] shape = [Classes, Rows];
        var most = RowThreads.Most;
        try
        {
            RowThreads.Most = 1;
            NothingIsAllocated("softmax", () => Kernels.Softmax(x, Classes, y));
            NothingIsAllocated("softmax of columns", () => Kernels.Softmax(x, new ClassLayout(shape, 0), y));
            NothingIsAllocated("sigmoid", () => Kernels.Sigmoid<float>(x, y));
            RowThreads.Most = 2;
            // So that this test would see it.
            Assert.False(IsFree(() => Kernels.Softmax(x, Classes, y)));
        }
        finally
        {
            RowThreads.Most = most;
        }
    }

    private static void NothingIsAllocated<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Count = 64, Classes = 100, K = 3;
        T[] x = new T[Count * Classes * 2], z = new T[x.Length], y = new T[x.Length], numbers = new T[x.Length], weights = new T[Classes];
        int[] labels = new int[Count], best = new int[Count * K];
        weights.AsSpan().Fill(T.One);
        // Neighbours, columns in row-major order, and any strides.
        nint[] shape = [8, Classes, 8], strides = [16, 128, 2];
        foreach (var layout in (string[])["neighbours", "columns", "strides"])
        {
            ClassLayout Layout() => layout switch { "neighbours" => new ClassLayout(Classes), "columns" => new(shape, 1), _ => new(shape, strides, 1) };
            ReadOnlySpan<T> Source(T[] numbers) => numbers.AsSpan(0, layout == "strides" ? numbers.Length : Count * Classes);
            void Check(string what, Action run) => NothingIsAllocated($"{what}, {typeof(T).Name}, {layout}", run);

            Check("softmax", () => Kernels.Softmax(Source(x), Layout(), y));
            Check("softmax in place", () => Kernels.Softmax(Source(x), Layout(), x));
            Check("softmax to neighbours", () => Kernels.Softmax(Source(x), Layout(), y, Classes));
            Check("log-softmax", () => Kernels.LogSoftmax(Source(x), Layout(), y));
            Check("log-sum-exp", () => Kernels.LogSumExp(Source(x), Layout(), numbers));
            Check("entropy", () => Kernels.Entropy(Source(x), Layout(), numbers));
            Check("divergence", () => Kernels.KullbackLeibler(Source(x), Source(z), Layout(), numbers));
            Check("maximum", () => Kernels.ArgMax(Source(x), Layout(), best));
            Check("best", () => Kernels.TopK(Source(x), Layout(), K, numbers, best));
            Check("labels", () => Kernels.CrossEntropy<T, int>(Source(x), Layout(), labels));
            Check("labels, row by row", () => Kernels.CrossEntropy<T, int>(Source(x), Layout(), labels, numbers));
            Check("labels, gradient", () => Kernels.CrossEntropyWithGradient<T, int>(Source(x), Layout(), labels, numbers, y));
            Check("labels, weights", () => Kernels.CrossEntropyWithGradient<T, int>(Source(x), Layout(), labels, numbers, y, new() { ClassWeights = weights, IgnoreIndex = 1 }));
            Check("targets", () => Kernels.CrossEntropy(Source(x), Layout(), Source(z)));
            Check("targets, row by row", () => Kernels.CrossEntropy(Source(x), Layout(), Source(z), numbers));
            Check("targets, gradient", () => Kernels.CrossEntropyWithGradient(Source(x), Layout(), Source(z), numbers, y));
            Check("targets, weights", () => Kernels.CrossEntropyWithGradient(Source(x), Layout(), Source(z), y, new() { ClassWeights = weights, LabelSmoothing = 0.1 }));
        }
        NothingIsAllocated("one row", () => Kernels.Softmax<T>(x, y));
        NothingIsAllocated("log-sum-exp of one row", () => Kernels.LogSumExp<T>(x));
        NothingIsAllocated("divergence of one row", () => Kernels.KullbackLeibler<T>(x, z));
        NothingIsAllocated("label of one row", () => Kernels.CrossEntropy<T>(x, 1));
        NothingIsAllocated("maximum of one row", () => Kernels.ArgMax<T>(x));
        NothingIsAllocated("sigmoid", () => Kernels.Sigmoid<T>(x, y));
        NothingIsAllocated("log-sigmoid", () => Kernels.LogSigmoid<T>(x, y));
        NothingIsAllocated("softplus", () => Kernels.Softplus<T>(x, y));
        NothingIsAllocated("logit", () => Kernels.Logit<T>(x, y));
        NothingIsAllocated("binary", () => Kernels.BinaryCrossEntropy<T>(x, z));
        NothingIsAllocated("binary, one by one", () => Kernels.BinaryCrossEntropy<T>(x, z, numbers));
        NothingIsAllocated("binary, gradient", () => Kernels.BinaryCrossEntropyWithGradient<T>(x, z, numbers, y, new() { PositiveWeight = T.One }));
    }

    private static void NothingIsAllocated(string what, Action run) => Assert.True(IsFree(run), what);

    /// <summary>
    /// Whether nothing is allocated. Halves are widened into a buffer of the array pool, and rows of other layouts copied into one, which a
    /// collection may empty while other tests use up the memory: then one round allocates it again. What a kernel itself allocates, it
    /// allocates in every round.
    /// </summary>
    private static bool IsFree(Action run)
    {
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 5; i++)
                run();
            if (GC.GetAllocatedBytesForCurrentThread() == before)
                return true;
        }
        return false;
    }

    private static void OneGivesWhatManyGive(int rows, int classes, ClassLayout layout, Random random)
    {
        float[] x = [.. Enumerable.Range(0, rows * classes).Select(_ => (float)random.NextDouble() * 20)];
        int[] labels = [.. Enumerable.Range(0, rows).Select(r => r % classes)];
        var results = new[] { new List<Array>(), [] };
        var most = RowThreads.Most;
        try
        {
            RowThreads.Most = 1;
            RunAll(x, labels, layout, results[0]);
            RowThreads.Most = 4;
            RunAll(x, labels, layout, results[1]);
        }
        finally
        {
            RowThreads.Most = most;
        }
        for (var i = 0; i < results[0].Count; i++)
            AreTheSame(results[0][i], results[1][i], i);
    }

    /// <summary>The results of all kernels of rows, one after the other.</summary>
    private static void RunAll(float[] x, int[] labels, ClassLayout layout, List<Array> results)
    {
        const int K = 3;
        var rows = labels.Length;
        // Other logits, which are targets as well.
        float[] other = [.. Enumerable.Reverse(x)];
        Kernels.Softmax(x, layout, New<float>(x.Length));
        Kernels.LogSoftmax(x, layout, New<float>(x.Length));
        Kernels.LogSumExp(x, layout, New<float>(rows));
        Kernels.Entropy(x, layout, New<float>(rows));
        Kernels.KullbackLeibler(x, other, layout, New<float>(rows));
        Kernels.ArgMax(x, layout, New<int>(rows));
        Kernels.TopK(x, layout, K, New<float>(rows * K), New<int>(rows * K));
        foreach (var smoothing in (double[])[0, 0.1])
        {
            var options = new CrossEntropyOptions<float> { LabelSmoothing = smoothing };
            New<float>(1)[0] = Kernels.CrossEntropy<float, int>(x, layout, labels, options);
            New<float>(1)[0] = Kernels.CrossEntropy<float>(x, layout, other, options);
            New<float>(1)[0] = Kernels.CrossEntropyWithGradient<float, int>(x, layout, labels, New<float>(x.Length), options);
            New<float>(1)[0] = Kernels.CrossEntropyWithGradient<float>(x, layout, other, New<float>(x.Length), options);
            Kernels.CrossEntropy<float, int>(x, layout, labels, New<float>(rows), options);
            Kernels.CrossEntropyWithGradient<float, int>(x, layout, labels, New<float>(rows), New<float>(x.Length), options);
            Kernels.CrossEntropyWithGradient<float>(x, layout, other, New<float>(rows), New<float>(x.Length), options);
        }
        New<float>(1)[0] = Kernels.BinaryCrossEntropyWithGradient<float>(x, other, New<float>(x.Length));
        Kernels.BinaryCrossEntropyWithGradient<float>(x, other, New<float>(x.Length), New<float>(x.Length));
        // The last bit of a double tells in which order the parts were added up.
        double[] doubles = [.. x.Select(v => (double)v)], targets = [.. other.Select(v => v / 20.0)];
        New<double>(1)[0] = Kernels.CrossEntropy<double, int>(doubles, layout, labels, new() { Reduction = Reduction.Sum });
        New<double>(1)[0] = Kernels.CrossEntropy<double>(doubles, layout, targets, new CrossEntropyOptions<double> { Reduction = Reduction.Sum });
        New<double>(1)[0] = Kernels.BinaryCrossEntropy<double>(doubles, targets, new BinaryCrossEntropyOptions<double> { Reduction = Reduction.Sum });

        TNumber[] New<TNumber>(int length)
        {
            var array = new TNumber[length];
            results.Add(array);
            return array;
        }
    }

    private static void AreTheSame(Array one, Array many, int kernel)
    {
        Assert.True(Bytes(one).SequenceEqual(Bytes(many)), $"result {kernel}");

        static ReadOnlySpan<byte> Bytes(Array of) => of switch
        {
            int[] indices => MemoryMarshal.AsBytes<int>(indices),
            float[] numbers => MemoryMarshal.AsBytes<float>(numbers),
            var numbers => MemoryMarshal.AsBytes<double>((double[])numbers),
        };
    }

    private static void Same(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(expected[i] == actual[i] || Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Abs(expected[i])))
                Assert.Fail($"{actual[i]} instead of {expected[i]} at {i}");
        }
    }
}
