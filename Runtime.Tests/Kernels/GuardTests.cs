using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatGuardTests : GuardTests<float>;

public sealed class DoubleGuardTests : GuardTests<double>;

public sealed class HalfGuardTests : GuardTests<Half>;

/// <summary>
/// Random shapes, offsets, strides and overlaps: nothing around what was given, or between it, is written or changes a result, and the place
/// does not matter.
/// </summary>
public abstract class GuardTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Rounds = 40;

    /// <summary>How many numbers a layout may reach.</summary>
    private const int Capacity = 1 << 20;

    /// <summary>A label that is none.</summary>
    private const int NoLabel = int.MinValue;

    private static readonly T Guard = T.CreateTruncating(-123.5);

    /// <summary>What lies around sources: what spoils all that it gets into, what is above every maximum, and what is below.</summary>
    private static readonly T[] Guards = [T.NaN, T.CreateTruncating(typeof(T) == typeof(Half) ? 65504 : 1e30), Guard];

    private static readonly Kernel[] All =
    [
        new("softmax", Sees.RowsApart, Writes.Rows, static (in Memory m) => Kernels.Softmax(m.X, m.From, m.Y, m.To)) { AtLeast = 0 },
        new("log-softmax", Sees.RowsApart, Writes.Rows, static (in Memory m) => Kernels.LogSoftmax(m.X, m.From, m.Y, m.To)),
        new("log-sum-exp", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.LogSumExp(m.X, m.From, m.Numbers)),
        new("entropy", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.Entropy(m.X, m.From, m.Numbers)),
        new("divergence", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.KullbackLeibler(m.X, m.Z, m.From, m.Numbers)),
        new("maximum", Sees.Rows, Writes.Classes, static (in Memory m) => Kernels.ArgMax(m.X, m.From, m.Classes)) { K = static _ => 1 },
        new("best", Sees.Rows, Writes.Best | Writes.Classes, static (in Memory m) => Kernels.TopK(m.X, m.From, m.K, m.Best, m.Classes)) { K = static n => (n + 1) / 2 },

        new("labels", Sees.Rows, Writes.Nothing, static (in Memory m) => Kernels.CrossEntropy(m.X, m.From, m.Labels)),
        new("labels, row by row", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.CrossEntropy(m.X, m.From, m.Labels, m.Numbers)),
        new("labels, gradient", Sees.Rows, Writes.Rows, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Labels, m.Y)),
        new("labels, both", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Labels, m.Numbers, m.Y)),
        new("labels, weights", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.CrossEntropy(m.X, m.From, m.Labels, m.Numbers, Weighted(in m))),
        new("labels, weights, both", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Labels, m.Numbers, m.Y, Weighted(in m))),
        new("labels, one ignored", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Labels, m.Numbers, m.Y, new() { IgnoreIndex = 0 })),
        new("labels, smoothed, one ignored", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Labels, m.Numbers, m.Y, new() { IgnoreIndex = 0, LabelSmoothing = 0.1 })),

        new("targets", Sees.Rows, Writes.Nothing, static (in Memory m) => Kernels.CrossEntropy(m.X, m.From, m.Z)),
        new("targets, row by row", Sees.Rows, Writes.Numbers, static (in Memory m) => Kernels.CrossEntropy(m.X, m.From, m.Z, m.Numbers)),
        new("targets, gradient", Sees.Rows, Writes.Rows, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Z, m.Y)),
        new("targets, both", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Z, m.Numbers, m.Y)),
        new("targets, weights, both", Sees.Rows, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.CrossEntropyWithGradient(m.X, m.From, m.Z, m.Numbers, m.Y, Weighted(in m))),

        new("sigmoid", Sees.Elements, Writes.Rows, static (in Memory m) => Kernels.Sigmoid(m.X, m.Y)) { AtLeast = 0 },
        new("log-sigmoid", Sees.Elements, Writes.Rows, static (in Memory m) => Kernels.LogSigmoid(m.X, m.Y)),
        new("softplus", Sees.Elements, Writes.Rows, static (in Memory m) => Kernels.Softplus(m.X, m.Y)),
        new("logit", Sees.Elements, Writes.Rows, static (in Memory m) => Kernels.Logit(m.X, m.Y)) { AreProbabilities = true },
        new("binary", Sees.Elements, Writes.Nothing, static (in Memory m) => Kernels.BinaryCrossEntropy(m.X, m.Z)),
        new("binary, one by one", Sees.Elements, Writes.Numbers, static (in Memory m) => Kernels.BinaryCrossEntropy(m.X, m.Z, m.Numbers)),
        new("binary, gradient", Sees.Elements, Writes.Rows, static (in Memory m) => Kernels.BinaryCrossEntropyWithGradient(m.X, m.Z, m.Y)),
        new("binary, both", Sees.Elements, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.BinaryCrossEntropyWithGradient(m.X, m.Z, m.Numbers, m.Y)),
        new("binary, weight", Sees.Elements, Writes.Rows | Writes.Numbers, static (in Memory m) => Kernels.BinaryCrossEntropyWithGradient(m.X, m.Z, m.Numbers, m.Y, new() { PositiveWeight = T.CreateTruncating(1.5) })),
    ];

    private delegate T Compute(in Memory memory);

    private delegate void Fill(in Memory memory);

    /// <summary>What a kernel writes, beside what it returns.</summary>
    [Flags]
    private enum Writes
    {
        Nothing = 0,

        /// <summary>Rows, in a layout.</summary>
        Rows = 1,

        /// <summary>A number for each row.</summary>
        Numbers = 2,

        /// <summary>K numbers for each row.</summary>
        Best = 4,

        /// <summary>K classes for each row.</summary>
        Classes = 8,
    }

    /// <summary>How a kernel sees its memory.</summary>
    private enum Sees
    {
        /// <summary>As rows; what it writes is in the same layout.</summary>
        Rows,

        /// <summary>As rows; what it writes has a layout of its own.</summary>
        RowsApart,

        /// <summary>As numbers, each on its own.</summary>
        Elements,
    }

    [Fact]
    public void NothingAroundIsWrittenOrCounts()
    {
        using var buffers = new Buffers(Capacity);
        foreach (var kernel in All)
        {
            var random = new Random(11);
            for (var round = 0; round < Rounds; round++)
            {
                var shape = kernel.Sees == Sees.Elements ? Elements(kernel, random, round) : RowsOf(kernel, random, round);
                Check(buffers, kernel, shape, new(shape, random, kernel.AreProbabilities), random, isCompared: true);
            }
        }
    }

    /// <summary>Results larger than the caches are written past them, and by several threads; not those of Half.</summary>
    [Fact]
    [Trait("Size", "Huge")]
    public unsafe void NothingAroundIsWrittenOrCountsPastTheCaches()
    {
        if (typeof(T) == typeof(Half))
            return;
        var length = (25 << 20) / sizeof(T);
        using var buffers = new Buffers(length);
        foreach (var kernel in All.Where(k => k.Name is "softmax" or "log-softmax" or "sigmoid"))
        {
            var random = new Random(12);
            var place = kernel.Sees == Sees.Elements ? Placement.Neighbours(length - 3, 1) : Placement.Neighbours(3, length / 3);
            var shape = new Shape(place, place, InPlace: false);
            Check(buffers, kernel, shape, new(shape, random, kernel.AreProbabilities), random, isCompared: false);
        }
    }

    [Fact]
    public void OverlapsThatWouldReadWhatIsWrittenAreRefused()
    {
        var random = new Random(13);
        for (var round = 0; round < 100; round++)
        {
            int n = random.Next(2, 40), shift = random.Next(1, n) * (random.Next(2) == 0 ? 1 : -1);
            T[] memory = [.. Enumerable.Range(0, 3 * n).Select(_ => T.CreateTruncating(4 * Rows.Normal(random)))];
            T[] before = [.. memory];
            Assert.Throws<ArgumentException>(() => Kernels.Softmax<T>(memory.AsSpan(n, n), memory.AsSpan(n + shift, n)));
            Assert.Throws<ArgumentException>(() => Kernels.Sigmoid<T>(memory.AsSpan(n, n), memory.AsSpan(n + shift, n)));
            Assert.Throws<ArgumentException>(() => Kernels.LogSumExp<T>(memory.AsSpan(n, n), 1, memory.AsSpan(n + shift, n)));
            Assert.Equal(before, memory);
        }
    }

    /// <summary>With each kind of guards, at other places each time: the same results to the last bit, which are those of neighbouring rows.</summary>
    private static void Check(Buffers buffers, Kernel kernel, Shape shape, Data data, Random random, bool isCompared)
    {
        Results? first = null;
        foreach (var guard in isCompared ? Guards : Guards[..2])
        {
            var results = Guarded(buffers, kernel, shape, data, guard, random);
            first ??= results;
            if (!first.HasSameBits(results))
                Assert.Fail($"{kernel.Name}, {shape}: other results where {guard} lies around the sources");
        }
        if (isCompared)
            first!.AssertNear(Plain(kernel, shape, data), $"{kernel.Name}, {shape}", kernel.AtLeast);
    }

    private static Results Guarded(Buffers b, Kernel kernel, Shape shape, Data data, T guard, Random random)
    {
        var k = shape.Rows * kernel.K(shape.Classes);
        Span<T> x = b.X.Place(shape.From.Extent, guard, random), z = b.Z.Place(shape.From.Extent, guard, random);
        shape.From.Copy(data.X, x);
        shape.From.Copy(data.Z, z);
        data.Weights.CopyTo(b.Weights.Place(shape.Classes, guard, random));
        data.Labels.CopyTo(b.Labels.Place(shape.Rows, NoLabel, random));
        var y = shape.InPlace ? b.X : b.Y;
        if (!shape.InPlace)
            y.Place(kernel.Writes.HasFlag(Writes.Rows) ? shape.To.Extent : 0, Guard, random);
        b.Numbers.Place(kernel.Writes.HasFlag(Writes.Numbers) ? shape.Rows : 0, Guard, random);
        b.Best.Place(kernel.Writes.HasFlag(Writes.Best) ? k : 0, Guard, random);
        b.Classes.Place(kernel.Writes.HasFlag(Writes.Classes) ? k : 0, NoLabel, random);
        b.Remember();
        var number = kernel.Run(new()
        {
            X = x,
            Z = z,
            Weights = b.Weights.Span,
            Labels = b.Labels.Span,
            From = shape.From.Layout,
            To = shape.To.Layout,
            K = kernel.K(shape.Classes),
            Y = y.Span,
            Numbers = b.Numbers.Span,
            Best = b.Best.Span,
            Classes = b.Classes.Span,
        });
        var results = new Results(
            number,
            y.AssertUntouchedBut(kernel.Writes.HasFlag(Writes.Rows) ? shape.To.Places : [], kernel.Name),
            b.Numbers.AssertUntouchedBut(b.Numbers.Places, kernel.Name),
            b.Best.AssertUntouchedBut(b.Best.Places, kernel.Name),
            b.Classes.AssertUntouchedBut(b.Classes.Places, kernel.Name));
        b.AssertUntouched(kernel.Name);
        return results;
    }

    /// <summary>The results of rows of neighbouring numbers, with nothing around them.</summary>
    private static Results Plain(Kernel kernel, Shape shape, Data data)
    {
        var k = shape.Rows * kernel.K(shape.Classes);
        T[] y = new T[kernel.Writes.HasFlag(Writes.Rows) ? shape.From.Places.Length : 0], numbers = new T[kernel.Writes.HasFlag(Writes.Numbers) ? shape.Rows : 0];
        var best = new T[kernel.Writes.HasFlag(Writes.Best) ? k : 0];
        var classes = new int[kernel.Writes.HasFlag(Writes.Classes) ? k : 0];
        var number = kernel.Run(new()
        {
            X = (T[])[.. shape.From.Places.Select(p => data.X[p])],
            Z = (T[])[.. shape.From.Places.Select(p => data.Z[p])],
            Weights = data.Weights,
            Labels = data.Labels,
            From = shape.Classes,
            To = shape.Classes,
            K = kernel.K(shape.Classes),
            Y = y,
            Numbers = numbers,
            Best = best,
            Classes = classes,
        });
        return new(number, y, numbers, best, classes);
    }

    private static Shape Elements(Kernel kernel, Random random, int round)
    {
        var place = Placement.Neighbours(round % 20 == 7 ? random.Next(70_000, 100_000) : Length(random), 1);
        return new(place, place, InPlace: kernel.Writes.HasFlag(Writes.Rows) && random.Next(2) == 0);
    }

    private static Shape RowsOf(Kernel kernel, Random random, int round)
    {
        while (true)
        {
            // Some rows leave the first cache, some are more than one part.
            var n = round % 20 == 3 ? random.Next(16_384, 20_000) : Length(random);
            var most = Math.Clamp((round % 20 == 7 ? 100_000 : 4000) / n, 1, random.Next(2) == 0 ? 20 : 200);
            int[] rows = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, (int)Math.Cbrt(most) + 2))];
            if (random.Next(2) == 0)
                rows = [random.Next(1, most + 1)];
            var isApart = kernel.Sees == Sees.RowsApart;
            var writesRows = kernel.Writes.HasFlag(Writes.Rows);
            var from = Placement.AtRandom(random, rows, n, repeats: isApart || !writesRows);
            var inPlace = writesRows && !from.Repeats && random.Next(2) == 0;
            var to = isApart && !inPlace ? Placement.AtRandom(random, random.Next(2) == 0 ? rows : [rows.Aggregate(1, (a, b) => a * b)], n, repeats: false) : from;
            if (Math.Max(from.Extent, to.Extent) <= Capacity)
                return new(from, to, inPlace);
        }
    }

    /// <summary>Around multiples of registers, and longer.</summary>
    private static int Length(Random random)
        => random.Next(5) switch
        {
            0 => random.Next(1, 10),
            1 or 2 => (8 * random.Next(1, 17)) + random.Next(-1, 2),
            3 => random.Next(1, 300),
            _ => random.Next(300, 3000),
        };

    private static CrossEntropyOptions<T> Weighted(in Memory memory) => new() { ClassWeights = memory.Weights, LabelSmoothing = 0.1 };

    private static bool HaveSameBits<TItem>(TItem[] left, TItem[] right)
        where TItem : unmanaged
        => MemoryMarshal.AsBytes<TItem>(left).SequenceEqual(MemoryMarshal.AsBytes<TItem>(right));

    /// <summary>What a kernel is given.</summary>
    private readonly ref struct Memory
    {
        public ReadOnlySpan<T> X { get; init; }

        public ReadOnlySpan<T> Z { get; init; }

        public ReadOnlySpan<T> Weights { get; init; }

        public ReadOnlySpan<int> Labels { get; init; }

        public ClassLayout From { get; init; }

        public ClassLayout To { get; init; }

        public int K { get; init; }

        public Span<T> Y { get; init; }

        public Span<T> Numbers { get; init; }

        public Span<T> Best { get; init; }

        public Span<int> Classes { get; init; }
    }

    private sealed class Kernel(string name, Sees sees, Writes writes, Compute run)
    {
        public Kernel(string name, Sees sees, Writes writes, Fill run)
            : this(name, sees, writes, (in Memory m) =>
            {
                run(in m);
                return default;
            })
        {
        }

        public string Name => name;

        public Sees Sees => sees;

        public Writes Writes => writes;

        public Compute Run => run;

        /// <summary>How many of each row are asked for, by the class count.</summary>
        public Func<int, int> K { get; init; } = static _ => 0;

        public bool AreProbabilities { get; init; }

        /// <summary>The number whose last place counts where a result is smaller.</summary>
        public double AtLeast { get; init; } = 1;
    }

    /// <summary>Where rows lie, and where those that are made of them are put.</summary>
    private sealed record Shape(Placement From, Placement To, bool InPlace)
    {
        public int Classes => this.From.Classes;

        public int Rows => this.From.Places.Length / this.Classes;
    }

    /// <summary>What lies at the places of a shape.</summary>
    private sealed class Data
    {
        /// <summary>Rows may be long: their numbers come again.</summary>
        private const int Period = 4099;

        public Data(Shape shape, Random random, bool areProbabilities)
        {
            var isSpecial = !areProbabilities && random.Next(4) == 0;
            T[] numbers = Make(Period, () => areProbabilities ? random.NextDouble() : isSpecial && random.Next(50) == 0 ? Special(random) : 4 * Rows.Normal(random));
            T[] shares = Make(Period, random.NextDouble);
            this.X = Repeated(numbers, shape.From.Extent);
            this.Z = Repeated(shares, shape.From.Extent);
            this.Weights = Repeated(shares, shape.Classes);
            this.Labels = [.. Enumerable.Range(0, shape.Rows).Select(_ => random.Next(shape.Classes))];
        }

        public T[] X { get; }

        public T[] Z { get; }

        public T[] Weights { get; }

        public int[] Labels { get; }

        /// <summary>Such numbers send rows another way.</summary>
        private static double Special(Random random) => random.Next(8) switch { 0 => double.NaN, 1 => 60_000, 2 => -60_000, _ => double.NegativeInfinity };

        private static T[] Make(int count, Func<double> number) => [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(number()))];

        private static T[] Repeated(T[] numbers, int length)
        {
            var result = new T[length];
            for (var i = 0; i < length; i += numbers.Length)
                numbers.AsSpan(0, Math.Min(numbers.Length, length - i)).CopyTo(result.AsSpan(i));
            return result;
        }
    }

    /// <summary>What a kernel returned and wrote, row after row.</summary>
    private sealed record Results(T Number, T[] Rows, T[] Numbers, T[] Best, int[] Classes)
    {
        public bool HasSameBits(Results other)
            => HaveSameBits([this.Number], [other.Number])
                && HaveSameBits(this.Rows, other.Rows)
                && HaveSameBits(this.Numbers, other.Numbers)
                && HaveSameBits(this.Best, other.Best)
                && HaveSameBits(this.Classes, other.Classes);

        /// <summary>Of another layout: rounded otherwise, where another number of rows was taken together.</summary>
        public void AssertNear(Results other, string what, double atLeast)
        {
            Near([this.Number], [other.Number], 1);
            Near(this.Rows, other.Rows, atLeast);
            Near(this.Numbers, other.Numbers, 1);
            Assert.True(HaveSameBits(this.Best, other.Best) && HaveSameBits(this.Classes, other.Classes), what);

            void Near(T[] actual, T[] expected, double atLeast)
            {
                Assert.Equal(expected.Length, actual.Length);
                var bound = typeof(T) == typeof(Half) ? 2 * Accuracy.Half : 2 * Accuracy.EntropyOfDouble;
                for (var i = 0; i < actual.Length; i++)
                {
                    if (!actual[i].Equals(expected[i]) && !(Ulp.Distance(actual[i], double.CreateTruncating(expected[i]), atLeast) <= bound))
                        Assert.Fail($"{what}: {actual[i]} instead of {expected[i]}, as neighbours have, at {i}");
                }
            }
        }
    }

    private sealed class Buffers(int capacity) : IDisposable
    {
        public Guarded<T> X { get; } = new(capacity);

        public Guarded<T> Z { get; } = new(capacity);

        public Guarded<T> Weights { get; } = new(capacity);

        public Guarded<int> Labels { get; } = new(capacity);

        public Guarded<T> Y { get; } = new(capacity);

        public Guarded<T> Numbers { get; } = new(capacity);

        public Guarded<T> Best { get; } = new(capacity);

        public Guarded<int> Classes { get; } = new(capacity);

        private IEnumerable<Guarded<T>> OfNumbers => [this.X, this.Z, this.Weights, this.Y, this.Numbers, this.Best];

        private IEnumerable<Guarded<int>> OfClasses => [this.Labels, this.Classes];

        public void Remember()
        {
            foreach (var buffer in this.OfNumbers)
                buffer.Remember();
            foreach (var buffer in this.OfClasses)
                buffer.Remember();
        }

        public void AssertUntouched(string what)
        {
            foreach (var buffer in this.OfNumbers)
                buffer.AssertUntouchedBut([], what);
            foreach (var buffer in this.OfClasses)
                buffer.AssertUntouchedBut([], what);
        }

        public void Dispose()
        {
            foreach (var buffer in this.OfNumbers)
                buffer.Dispose();
            foreach (var buffer in this.OfClasses)
                buffer.Dispose();
        }
    }
}
