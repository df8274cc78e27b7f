using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatGuardTests : GuardTests<float>;

public sealed class DoubleGuardTests : GuardTests<double>;

public sealed class HalfGuardTests : GuardTests<Half>;

/// <summary>Random shapes, offsets, strides and overlaps: nothing is written around what was given, and the place does not matter.</summary>
public abstract class GuardTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rounds = 400;

    private static readonly T Guard = T.CreateTruncating(-123.5);

    private delegate void Kernel(ReadOnlySpan<T> x, int classes, Span<T> y);

    [Fact]
    public void NothingAroundTheDestinationIsWritten()
    {
        (Kernel Run, Func<int, int, int> Length)[] kernels =
        [
            (static (x, n, y) => Kernels.Softmax(x, n, y), static (rows, n) => rows * n),
            (static (x, n, y) => Kernels.LogSoftmax(x, n, y), static (rows, n) => rows * n),
            (static (x, n, y) => Kernels.LogSumExp(x, n, y), static (rows, _) => rows),
            (static (x, n, y) => Kernels.Entropy(x, n, y), static (rows, _) => rows),
            (static (x, n, y) => Kernels.KullbackLeibler(x, Backwards(x), n, y), static (rows, _) => rows),
            (static (x, _, y) => Kernels.Sigmoid(x, y), static (rows, n) => rows * n),
            (static (x, _, y) => Kernels.LogSigmoid(x, y), static (rows, n) => rows * n),
            (static (x, _, y) => Kernels.Softplus(x, y), static (rows, n) => rows * n),
            (static (x, n, y) => Kernels.CrossEntropyWithGradient<T, int>(x, n, new int[x.Length / n], y), static (rows, n) => rows * n),
            (static (x, n, y) => Kernels.CrossEntropy<T, int>(x, n, new int[x.Length / n], y), static (rows, _) => rows),
            (static (x, _, y) => Kernels.BinaryCrossEntropyWithGradient<T>(x, new T[x.Length], y), static (rows, n) => rows * n),
            (static (x, _, y) => Kernels.BinaryCrossEntropy<T>(x, new T[x.Length], y), static (rows, n) => rows * n),
        ];
        var random = new Random(11);
        foreach (var (run, lengthOf) in kernels)
        {
            for (var round = 0; round < Rounds; round++)
            {
                int rows = random.Next(1, 40), n = random.Next(1, random.Next(2) == 0 ? 20 : 200), length = lengthOf(rows, n);
                T[] x = Numbers(random, rows * n), plain = new T[length];
                run(x, n, plain);
                // At any offset from an address that suits registers, and with guards on both sides.
                int from = random.Next(20), to = random.Next(20);
                T[] source = Guarded(from + x.Length + 20), destination = Guarded(to + length + 20);
                x.CopyTo(source, from);
                run(source.AsSpan(from, x.Length), n, destination.AsSpan(to, length));
                Assert.Equal(plain, destination[to..(to + length)]);
                Assert.All(destination[..to], v => Assert.Equal(Guard, v));
                Assert.All(destination[(to + length)..], v => Assert.Equal(Guard, v));
                Assert.Equal(x, source[from..(from + x.Length)]);
            }
        }
    }

    [Fact]
    public void StridesAndAxesGiveWhatNeighboursGive()
    {
        var random = new Random(12);
        for (var round = 0; round < Rounds; round++)
        {
            nint[] shape = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (nint)random.Next(1, 9))];
            var axis = random.Next(shape.Length);
            var order = Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).ToArray();
            var strides = new nint[shape.Length];
            nint stride = random.Next(1, 3);
            foreach (var i in order)
            {
                strides[i] = stride;
                stride *= shape[i] + random.Next(2);
            }
            var extent = 1 + shape.Zip(strides, (n, s) => (int)((n - 1) * s)).Sum();
            T[] x = Numbers(random, extent), y = Guarded(extent);
            Kernels.Softmax(x, new ClassLayout(shape, strides, axis), y, new ClassLayout(shape, strides, axis));
            var written = new bool[extent];
            var rows = (int)(shape.Aggregate((a, b) => a * b) / shape[axis]);
            for (var r = 0; r < rows; r++)
            {
                var places = Places(shape, strides, axis, r);
                T[] row = [.. places.Select(p => x[p])], expected = new T[row.Length];
                Kernels.Softmax<T>(row, expected);
                for (var c = 0; c < row.Length; c++)
                    Assert.InRange(Ulp.Distance(y[places[c]], double.CreateTruncating(expected[c])), 0, Accuracy.Softmax);
                foreach (var p in places)
                    written[p] = true;
            }
            Assert.All(Enumerable.Range(0, extent).Where(i => !written[i]), i => Assert.Equal(Guard, y[i]));
        }
    }

    [Fact]
    public void OverlapsThatWouldReadWhatIsWrittenAreRefused()
    {
        var random = new Random(13);
        for (var round = 0; round < 100; round++)
        {
            int n = random.Next(2, 40), shift = random.Next(1, n) * (random.Next(2) == 0 ? 1 : -1);
            var memory = Numbers(random, 3 * n);
            T[] before = [.. memory];
            Assert.Throws<ArgumentException>(() => Kernels.Softmax<T>(memory.AsSpan(n, n), memory.AsSpan(n + shift, n)));
            Assert.Throws<ArgumentException>(() => Kernels.Sigmoid<T>(memory.AsSpan(n, n), memory.AsSpan(n + shift, n)));
            Assert.Throws<ArgumentException>(() => Kernels.LogSumExp<T>(memory.AsSpan(n, n), 1, memory.AsSpan(n + shift, n)));
            Assert.Equal(before, memory);
        }
    }

    private static int[] Places(nint[] shape, nint[] strides, int axis, int row)
    {
        nint offset = 0, rest = row;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (i == axis)
                continue;
            offset += rest % shape[i] * strides[i];
            rest /= shape[i];
        }
        return [.. Enumerable.Range(0, (int)shape[axis]).Select(c => (int)(offset + (c * strides[axis])))];
    }

    private static T[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(4 * Rows.Normal(random)))];

    private static T[] Guarded(int count)
    {
        var result = new T[count];
        result.AsSpan().Fill(Guard);
        return result;
    }

    private static T[] Backwards(ReadOnlySpan<T> x)
    {
        var y = x.ToArray();
        Array.Reverse(y);
        return y;
    }
}
