using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Logits.Numerics;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Runtime.Tests.Numerics;

public sealed class FloatLaneAgreementTests(ITestOutputHelper output) : LaneAgreementTests<float>(output);

public sealed class DoubleLaneAgreementTests(ITestOutputHelper output) : LaneAgreementTests<double>(output);

/// <summary>
/// Registers of each width that the processor has give the same, but for what both may be from the truth: each kernel is run with all of them in
/// one process. <see cref="Half"/> is computed as float.
/// </summary>
public abstract class LaneAgreementTests<TNumber>(ITestOutputHelper output)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private static bool IsDouble => typeof(TNumber) == typeof(double);

    /// <summary>What is below may be 0.</summary>
    private static double Smallest => IsDouble ? Math.ScaleB(1, -1000) : Math.ScaleB(1, -126);

    [Fact]
    public void OfSoftmaxAndItsLogarithm()
    {
        double softmax = 0, logSoftmax = 0;
        foreach (var (x, n, what) in Inputs())
        {
            softmax = Math.Max(softmax, Farthest(OfAllWidths(new SoftmaxRows(), x, n), Accuracy.Softmax, $"softmax, {what}", (_, larger) => larger));
            logSoftmax = Math.Max(logSoftmax, Farthest(OfAllWidths(new LogSoftmaxRows(), x, n), IsDouble ? Accuracy.LogSoftmaxOfDouble : Accuracy.LogSoftmax, $"log-softmax, {what}", (_, larger) => NearOne(larger)));
        }
        output.WriteLine(FormattableString.Invariant($"{typeof(TNumber).Name}: softmax {softmax:F2}, log-softmax {logSoftmax:F2}"));
    }

    [Fact]
    public unsafe void OfCrossEntropyAndItsGradient()
    {
        double gradients = 0, losses = 0;
        foreach (var (x, n, what) in Inputs())
        {
            var labels = Labels(x, n);
            var ofRows = new TNumber[labels.Length];
            var allLosses = new List<(string Width, TNumber[] Results)>();
            fixed (int* l = labels)
            fixed (TNumber* o = ofRows)
            {
                var kernel = new IndexedCrossEntropyRows<TNumber, int>(l, weights: null, o, smoothing: 0, ignored: null, scale: 1);
                var found = OfAllWidths(kernel, x, n, after: width => allLosses.Add((width, [.. ofRows])));
                gradients = Math.Max(gradients, Farthest(found, Accuracy.CrossEntropyGradient, $"gradient, {what}", (i, larger) => i % n == labels[i / n] ? NearOne(larger) : larger));
            }
            losses = Math.Max(losses, Farthest(allLosses, IsDouble ? Accuracy.CrossEntropyOfDouble : Accuracy.CrossEntropyWithGradient, $"losses, {what}", (_, larger) => NearOne(larger)));
        }
        output.WriteLine(FormattableString.Invariant($"{typeof(TNumber).Name}: gradients {gradients:F2}, losses {losses:F2}"));
    }

    [Fact]
    public unsafe void OfCrossEntropyWithSpreadTargets()
    {
        const double Smoothing = 0.125;
        double worst = 0;
        var bound = Accuracy.CrossEntropyGradientOfTargets;
        foreach (var (x, n, what) in Inputs())
        {
            var labels = Labels(x, n);
            // The same targets, smoothed by the kernel and before.
            double[] targets = [.. Enumerable.Range(0, x.Length).Select(i => (Smoothing / n) + (i % n == labels[i / n] ? 1 - Smoothing : 0))];
            TNumber[] shares = [.. targets.Select(TNumber.CreateTruncating)], softmax = OfAllWidths(new SoftmaxRows(), x, n)[0].Results;
            double Size(int i) => Math.Max(targets[i], double.CreateTruncating(softmax[i]));
            List<(string Width, TNumber[] Results)> smoothed, dense;
            fixed (int* l = labels)
                smoothed = OfAllWidths(new IndexedCrossEntropyRows<TNumber, int>(l, weights: null, losses: null, Smoothing, ignored: null, scale: 1), x, n);
            dense = OfAllWidths(new DenseCrossEntropyRows<TNumber>(weights: null, losses: null, smoothing: 0, scale: 1), x, n, shares);
            worst = Math.Max(worst, Farthest(smoothed, bound, $"smoothed, {what}", (i, _) => Size(i)));
            worst = Math.Max(worst, Farthest(dense, bound, $"dense, {what}", (i, _) => Size(i)));
            worst = Math.Max(worst, Farthest([smoothed[0], dense[^1]], bound, $"smoothed and dense, {what}", (i, _) => Size(i)));
        }
        output.WriteLine(FormattableString.Invariant($"{typeof(TNumber).Name}: {worst:F2}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    [InlineData(7)]
    public unsafe void OfBinaryCrossEntropyAndItsGradient(double positive)
    {
        var random = new Random(21);
        TNumber[] x = [.. Enumerable.Range(0, 5003).Select(i => TNumber.CreateTruncating(i % 2 == 0 ? 8 * Rows.Normal(random) : 80 * (random.NextDouble() - 0.5)))];
        TNumber[] targets = [.. x.Select(_ => TNumber.CreateTruncating(random.Next(3) switch { 0 => 0, 1 => 1, _ => random.NextDouble() }))];
        var losses = new TNumber[x.Length];
        var allLosses = new List<(string Width, TNumber[] Results)>();
        fixed (TNumber* l = losses)
        {
            var gradients = OfAllWidths(new BinaryCrossEntropyLanes<TNumber>(l, positive, scale: 1), x, 1, targets, width => allLosses.Add((width, [.. losses])));
            var gradient = Farthest(gradients, Accuracy.BinaryCrossEntropyGradient, "gradient", (i, _) => Size(i));
            var loss = Farthest(allLosses, positive == 1 ? Accuracy.BinaryCrossEntropy : Accuracy.WeightedBinaryCrossEntropy, "losses", (_, larger) => larger);
            output.WriteLine(FormattableString.Invariant($"{typeof(TNumber).Name}, {positive}: gradients {gradient:F2}, losses {loss:F2}"));
        }

        double Size(int i)
        {
            var (negative, taken) = Reference.BinaryGradient(double.CreateTruncating(x[i]), double.CreateTruncating(targets[i]), positive);
            return Math.Max(negative.High, taken.High);
        }
    }

    private static IEnumerable<(TNumber[] X, int Classes, string What)> Inputs()
    {
        foreach (var (kind, number) in Rows.Kinds)
        {
            // So many as are taken together, and some more.
            foreach (var n in (int[])[1, 2, 3, 7, 10, 16, 17, 33, 64, 100, 1000])
                yield return ([.. Enumerable.Range(0, n < 1000 ? 19 : 5).SelectMany(_ => Rows.Make<TNumber>(number, n))], n, $"{kind}, {n}");
        }
    }

    /// <summary>Some of the highest numbers, and others that are not masked.</summary>
    private static int[] Labels(TNumber[] x, int n)
        => [.. Enumerable.Range(0, x.Length / n).Select(r => r % 2 == 0 ? Kernels.ArgMax<TNumber>(x.AsSpan(r * n, n)) : r * 6 % n / 3 * 3)];

    private static double NearOne(double size) => size is >= 0.2 and < 1 ? 1 : size;

    /// <summary>What a kernel writes with registers of each width; there is one number at least, which is of no width.</summary>
    private static List<(string Width, TNumber[] Results)> OfAllWidths<TKernel>(TKernel kernel, TNumber[] x, int n, TNumber[]? other = null, Action<string>? after = null)
        where TKernel : struct, ILaneKernel
    {
        var all = new List<(string Width, TNumber[] Results)>();
        if (Lanes512<TNumber>.IsSupported)
            Add<Lanes512<TNumber>>("512");
        if (Lanes256<TNumber>.IsSupported)
            Add<Lanes256<TNumber>>("256");
        if (Lanes128<TNumber>.IsSupported)
            Add<Lanes128<TNumber>>("128");
        Add<LanesScalar<TNumber>>("1");
        return all;

        unsafe void Add<TLanes>(string width)
            where TLanes : unmanaged, ILanes<TLanes, TNumber>
        {
            var results = new TNumber[x.Length];
            results.AsSpan().Fill(TNumber.NaN);
            fixed (TNumber* from = x, with = other, to = results)
                kernel.Run<TLanes, TNumber>(new RowBlock<TNumber>(from, with, to, 0, x.Length / n, n, streams: false));
            all.Add((width, results));
            after?.Invoke(width);
        }
    }

    /// <summary>How far two are apart at most, in the last place of what a size is given for; within twice the bound.</summary>
    private static double Farthest(List<(string Width, TNumber[] Results)> all, double bound, string what, Func<int, double, double> size)
    {
        double farthest = 0;
        for (var first = 0; first < all.Count; first++)
        {
            for (var second = first + 1; second < all.Count; second++)
            {
                for (var i = 0; i < all[first].Results.Length; i++)
                {
                    TNumber a = all[first].Results[i], b = all[second].Results[i];
                    if (a == b)
                        continue;
                    double x = double.CreateTruncating(a), y = double.CreateTruncating(b), larger = Math.Max(Math.Abs(x), Math.Abs(y));
                    if (larger <= Smallest)
                        continue;
                    var apart = Math.Abs(x - y) / Ulp.Of<TNumber>(size(i, larger));
                    if (!(apart <= 2 * bound))
                        Assert.Fail($"{what}: {a} with {all[first].Width} bits, {b} with {all[second].Width}, at {i}: {apart:F2} ULP");
                    farthest = Math.Max(farthest, apart);
                }
            }
        }
        return farthest;
    }
}
