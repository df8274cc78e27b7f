using System;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>
/// Each span that a kernel writes to, against each other span that it is given: where it may be the very same memory it gives the same as
/// apart, and anything else that is shared is refused before a number is written.
/// </summary>
public sealed class OverlapTests
{
    public static TheoryData<Kernel> Small => [.. Of(2, 3)];

    public static TheoryData<Kernel> AllSizes => [.. Of(2, 3), .. Of(70, 5), .. Of(9, 16), .. Of(5, 301), .. Of(300, 1)];

    [Theory]
    [MemberData(nameof(Small))]
    public void WhatIsSharedInPartIsRefused(Kernel kernel)
    {
        for (var written = 0; written < kernel.Spans.Length; written++)
        {
            for (var other = 0; other < kernel.Spans.Length; other++)
            {
                if (kernel.Spans[written].Numbers != null || other == written)
                    continue;
                // From sharing its last number with the first of the other to sharing its first with the last.
                for (var shift = 1 - kernel.Spans[written].Length; shift < kernel.Spans[other].Length; shift++)
                {
                    if (shift != 0 || kernel.Spans[written].Over != kernel.Spans[other].Name)
                        Refused(kernel, written, other, shift);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllSizes))]
    public void InPlaceIsAsApart(Kernel kernel)
    {
        // Each span is next to the one before: without a gap they are still apart.
        var apart = kernel.Place(-1, -1, 0, out _);
        var result = kernel.Run(apart);
        for (var i = 0; i < kernel.Spans.Length; i++)
        {
            if (kernel.Spans[i].Numbers is { } numbers)
                Assert.Equal(numbers, apart[i].ToArray());
            else
                Assert.DoesNotContain(float.NaN, apart[i].ToArray());
        }
        for (var written = 0; written < kernel.Spans.Length; written++)
        {
            var source = Array.FindIndex(kernel.Spans, span => span.Name == kernel.Spans[written].Over);
            if (source < 0)
                continue;
            var inPlace = kernel.Place(written, source, 0, out _);
            Near(result, kernel.Run(inPlace));
            for (var i = 0; i < kernel.Spans.Length; i++)
            {
                float[] expected = apart[i == source ? written : i].ToArray(), actual = inPlace[i].ToArray();
                Assert.Equal(expected.Length, actual.Length);
                for (var j = 0; j < expected.Length; j++)
                    Near(expected[j], actual[j]);
            }
        }
    }

    /// <summary>What is overwritten has no second try, so that it takes another way, which may add up in another order.</summary>
    private static void Near(float expected, float actual) => Assert.InRange(actual, expected - (1e-6f * Math.Max(0.01f, Math.Abs(expected))), expected + (1e-6f * Math.Max(0.01f, Math.Abs(expected))));

    [Fact]
    public void AnOverlapByHalfANumberIsRefused()
    {
        var bytes = new byte[32];
        void Run() => Kernels.Softmax<float>(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, 16)), MemoryMarshal.Cast<byte, float>(bytes.AsSpan(6, 16)));
        Assert.Contains("1.5 elements after its start", Assert.Throws<ArgumentException>("destination", Run).Message);
    }

    [Fact]
    public void AnotherLayoutOfTheSameMemoryIsRefused()
    {
        var memory = new float[6];
        void Run() => Kernels.Softmax<float>(memory, 3, memory, new([3, 2], 0));
        Assert.Contains("0 elements after its start; it must be the source itself, in the same layout", Assert.Throws<ArgumentException>("destination", Run).Message);
    }

    [Fact]
    public void WhatTheDestinationHasTooMuchMayBeAnything()
    {
        float[] memory = [1, 2, 3, 4, 5, 6], expected = new float[2];
        Kernels.Softmax<float>([3, 4], expected);
        Kernels.Softmax<float>(memory.AsSpan(2, 2), memory);
        Assert.Equal([.. expected, 3, 4, 5, 6], memory);
    }

    [Fact]
    public void ASpanOfMoreThanTwoGigabytesIsJudgedByItsAddress()
    {
        // It only says that it is so long: the layout stays in the array.
        var memory = new double[4];
        memory[1] = 5;
        void Run(int at) => Kernels.LogSumExp(MemoryMarshal.CreateReadOnlySpan(ref memory[1], 300_000_000), new([1, 3], [0, 1], 1), memory.AsSpan(at, 1));
        Assert.Throws<ArgumentException>("destination", () => Run(3));
        Run(0);
        Assert.Equal(Math.Log(Math.Exp(5) + 2), memory[0], 1e-12);
    }

    private static void Refused(Kernel kernel, int written, int other, int shift)
    {
        var memory = kernel.Place(written, other, shift, out var all);
        float[] before = [.. all];
        var error = Assert.Throws<ArgumentException>(() => { kernel.Run(memory); });
        var (name, otherName) = (kernel.Spans[written].Name, kernel.Spans[other].Name);
        // Of two that are written to, either may be blamed.
        if (kernel.Spans[other].Numbers == null && error.ParamName == otherName)
            (name, otherName) = (otherName, name);
        Assert.Equal(name, error.ParamName);
        Assert.StartsWith(
            kernel.Spans[written].Over == otherName
                ? $"The destination overlapped the source, {shift} elements after its start; it must be the source itself, in the same layout, or apart"
                : $"The span overlapped '{otherName}'; it must be apart from it",
            error.Message);
        Assert.Equal(before, all);
    }

    private static Kernel[] Of(int rows, int classes)
    {
        var random = new Random(21);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(3 * Rows.Normal(random)))];
        float[] Shares(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
        var (count, k) = (rows * classes, Math.Min(2, classes));
        Part logits = From("logits", Numbers(count)), others = From("otherLogits", Numbers(count)), scores = From("scores", Numbers(count));
        Part targets = From("targets", Shares(count)), probabilities = From("probabilities", Shares(count)), weights = From("ClassWeights", Shares(classes));
        var labels = From("labels", [.. Enumerable.Range(0, rows).Select(r => BitConverter.Int32BitsToSingle(r * 7 % classes))]);
        Part destination = Onto("destination", count, "logits"), gradient = Onto("gradient", count, "logits");
        Part reduced = To("destination", rows), losses = To("losses", rows);
        return
        [
            new("softmax of a row", [logits, destination], m => Done(() => Kernels.Softmax<float>(m[0].Span, m[1].Span))),
            new("softmax", [logits, destination], m => Done(() => Kernels.Softmax(m[0].Span, classes, m[1].Span))),
            new("softmax of columns", [logits, destination], m => Done(() => Kernels.Softmax(m[0].Span, new([classes, rows], 0), m[1].Span))),
            new("softmax from columns to columns", [logits, destination], m => Done(() => Kernels.Softmax(m[0].Span, new([classes, rows], 0), m[1].Span, new([classes, rows], 0)))),
            new("log-softmax of a row", [logits, destination], m => Done(() => Kernels.LogSoftmax<float>(m[0].Span, m[1].Span))),
            new("log-softmax", [logits, destination], m => Done(() => Kernels.LogSoftmax(m[0].Span, classes, m[1].Span))),
            new("log-softmax of columns", [logits, destination], m => Done(() => Kernels.LogSoftmax(m[0].Span, new([classes, rows], 0), m[1].Span))),
            new("log-softmax from columns to columns", [logits, destination], m => Done(() => Kernels.LogSoftmax(m[0].Span, new([classes, rows], 0), m[1].Span, new([classes, rows], 0)))),
            new("log-sum-exp", [logits, reduced], m => Done(() => Kernels.LogSumExp(m[0].Span, classes, m[1].Span))),
            new("entropy", [logits, reduced], m => Done(() => Kernels.Entropy(m[0].Span, classes, m[1].Span))),
            new("divergence", [logits, others, reduced], m => Done(() => Kernels.KullbackLeibler(m[0].Span, m[1].Span, classes, m[2].Span))),
            new("argmax", [scores, reduced], m => Done(() => Kernels.ArgMax<float>(m[0].Span, classes, Integers(m[1])))),
            new("top-k of a row", [scores, To("values", k), To("indices", k)], m => Done(() => Kernels.TopK<float>(m[0].Span, m[1].Span, Integers(m[2])))),
            new("top-k", [scores, To("values", k * rows), To("indices", k * rows)], m => Done(() => Kernels.TopK(m[0].Span, classes, k, m[1].Span, Integers(m[2])))),
            new("sigmoid", [logits, destination], m => Done(() => Kernels.Sigmoid<float>(m[0].Span, m[1].Span))),
            new("log-sigmoid", [logits, destination], m => Done(() => Kernels.LogSigmoid<float>(m[0].Span, m[1].Span))),
            new("softplus", [logits, destination], m => Done(() => Kernels.Softplus<float>(m[0].Span, m[1].Span))),
            new("logit", [probabilities, Onto("destination", count, "probabilities")], m => Done(() => Kernels.Logit<float>(m[0].Span, m[1].Span))),
            new("losses of labels", [logits, labels, weights, losses], m => Done(() => Kernels.CrossEntropy<float, int>(m[0].Span, classes, Integers(m[1]), m[3].Span, Weighted(m[2])))),
            new("gradient of labels", [logits, labels, gradient], m => Kernels.CrossEntropyWithGradient<float, int>(m[0].Span, classes, Integers(m[1]), m[2].Span)),
            new("gradient of labels in columns", [logits, labels, gradient], m => Kernels.CrossEntropyWithGradient<float, int>(m[0].Span, new([classes, rows], 0), Integers(m[1]), m[2].Span)),
            new("gradient of labels with weights", [logits, labels, weights, gradient], m => Kernels.CrossEntropyWithGradient<float, int>(m[0].Span, classes, Integers(m[1]), m[3].Span, Weighted(m[2]))),
            new("losses and gradient of labels", [logits, labels, weights, losses, gradient], m => Done(() => Kernels.CrossEntropyWithGradient<float, int>(m[0].Span, classes, Integers(m[1]), m[3].Span, m[4].Span, Weighted(m[2])))),
            new("losses of targets", [logits, targets, weights, losses], m => Done(() => Kernels.CrossEntropy(m[0].Span, classes, m[1].Span, m[3].Span, Weighted(m[2])))),
            new("gradient of targets", [logits, targets, weights, gradient], m => Kernels.CrossEntropyWithGradient(m[0].Span, classes, m[1].Span, m[3].Span, Weighted(m[2]))),
            new("losses and gradient of targets", [logits, targets, weights, losses, gradient], m => Done(() => Kernels.CrossEntropyWithGradient(m[0].Span, classes, m[1].Span, m[3].Span, m[4].Span, Weighted(m[2])))),
            new("binary losses", [logits, targets, To("losses", count)], m => Done(() => Kernels.BinaryCrossEntropy<float>(m[0].Span, m[1].Span, m[2].Span))),
            new("binary gradient", [logits, targets, gradient], m => Kernels.BinaryCrossEntropyWithGradient<float>(m[0].Span, m[1].Span, m[2].Span)),
            new("binary losses and gradient", [logits, targets, To("losses", count), gradient], m => Done(() => Kernels.BinaryCrossEntropyWithGradient<float>(m[0].Span, m[1].Span, m[2].Span, m[3].Span))),
        ];
    }

    private static Part From(string name, float[] numbers) => new(name, numbers.Length, numbers, Over: null);

    private static Part To(string name, int length) => new(name, length, Numbers: null, Over: null);

    private static Part Onto(string name, int length, string source) => new(name, length, Numbers: null, source);

    private static Span<int> Integers(Memory<float> memory) => MemoryMarshal.Cast<float, int>(memory.Span);

    private static CrossEntropyOptions<float> Weighted(Memory<float> weights) => new() { ClassWeights = weights.Span, LabelSmoothing = 0.1 };

    private static float Done(Action run)
    {
        run();
        return 0;
    }

    /// <summary>A span that a kernel is given.</summary>
    /// <param name="Name">What the kernel calls it.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="Numbers">What is in it; null if it is written to.</param>
    /// <param name="Over">The source that it may be itself, if it may.</param>
    public sealed record Part(string Name, int Length, float[]? Numbers, string? Over);

    /// <summary>A kernel and its spans.</summary>
    public sealed record Kernel(string Name, Part[] Spans, Func<Memory<float>[], float> Run)
    {
        public override string ToString() => $"{Name}, {Spans[0].Length} numbers";

        /// <summary>
        /// Memory for the spans, one after the other; but one that is moved, if it is not -1, lies some elements after the start of another,
        /// with room around.
        /// </summary>
        public Memory<float>[] Place(int moved, int other, int shift, out float[] all)
        {
            var room = moved < 0 ? 0 : Spans[moved].Length;
            all = new float[(2 * room) + Spans.Sum(span => span.Length)];
            // What is not written stays NaN.
            all.AsSpan().Fill(float.NaN);
            var places = new Memory<float>[Spans.Length];
            var at = 0;
            for (var i = 0; i < Spans.Length; i++)
            {
                if (i == moved)
                    continue;
                if (i == other)
                {
                    at += room;
                    places[moved] = all.AsMemory(at + shift, room);
                }
                places[i] = all.AsMemory(at, Spans[i].Length);
                Spans[i].Numbers?.CopyTo(places[i]);
                at += Spans[i].Length + (i == other ? room : 0);
            }
            return places;
        }
    }
}
