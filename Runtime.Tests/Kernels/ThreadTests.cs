using System;
using System.Linq;
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
        float[] x = new float[64 * 1000], y = new float[64 * 1000];
        var halves = new Half[64 * 100];
        var labels = new int[64];
        void Run()
        {
            Kernels.Softmax(x, 1000, y);
            Kernels.LogSoftmax(x, 1000, y);
            Kernels.LogSumExp(x, 1000, y);
            Kernels.CrossEntropyWithGradient<float, int>(x, 1000, labels, y);
            Kernels.Sigmoid<float>(x, y);
            Kernels.Softmax(halves, 100, halves);
        }
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 20; i++)
                Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // Halves are widened into a buffer of the array pool, which a collection may empty while other tests use up the memory: then
        // one round allocates it again. What a kernel itself allocates, it allocates in every round.
        Assert.Contains(0, Enumerable.Range(0, 10).Select(_ => Allocated()));
    }

    private static void OneGivesWhatManyGive(int rows, int classes, ClassLayout layout, Random random)
    {
        float[] x = [.. Enumerable.Range(0, rows * classes).Select(_ => (float)random.NextDouble() * 20)];
        int[] labels = [.. Enumerable.Range(0, rows).Select(r => r % classes)];
        float[] one = new float[x.Length], many = new float[x.Length];
        var most = RowThreads.Most;
        try
        {
            RowThreads.Most = 1;
            Kernels.Softmax(x, layout, one);
            var loss = Kernels.CrossEntropy<float, int>(x, layout, labels);
            RowThreads.Most = 4;
            Kernels.Softmax(x, layout, many);
            Assert.Equal(loss, Kernels.CrossEntropy<float, int>(x, layout, labels));
        }
        finally
        {
            RowThreads.Most = most;
        }
        Assert.True(one.AsSpan().SequenceEqual(many));
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
