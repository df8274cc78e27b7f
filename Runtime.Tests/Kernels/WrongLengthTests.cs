using System;
using System.Numerics;
using System.Runtime.InteropServices;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>Each kernel names the span or the layout that does not fit, with what it was and what it must be.</summary>
public sealed class WrongLengthTests
{
    public delegate void Run<T>(ReadOnlySpan<T> x, ClassLayout layout, Span<T> y);

    public static TheoryData<Kernel<float>> OfRows => [.. ManyRows<float>()];

    public static TheoryData<Kernel<float>> OfOneRow => [.. OneRow<float>()];

    public static TheoryData<Kernel<float>> All => [.. ManyRows<float>(), .. OneRow<float>(), .. Elementwise<float>()];

    public static TheoryData<Kernel<NFloat>> OfAnotherType => [.. ManyRows<NFloat>(), .. OneRow<NFloat>(), .. Elementwise<NFloat>()];

    [Theory]
    [MemberData(nameof(OfRows))]
    public void SourceAndLayoutFit(Kernel<float> kernel)
    {
        var y = new float[kernel.Needed];
        Wrong(kernel.Source, "The length was 7; it must be a multiple of the class count 3.", () => kernel.Run(new float[7], 3, y));
        Wrong(kernel.Source, "The length was 5; it must be at least 6, the extent of the layout.", () => kernel.Run(new float[5], new([2, 3], 1), y));
        Wrong(kernel.Source, "The length was 6; it must be at least 7, the extent of the layout.", () => kernel.Run(new float[6], new([2, 3], [4, 1], 1), y));
        Wrong("layout", "The layout was default(ClassLayout); it must have at least one class.", () => kernel.Run(new float[6], default, y));
        Wrong("layout", $"The layout had more than {nint.MaxValue} elements; it must have at most so many.", () => kernel.Run(new float[6], new([nint.MaxValue, 3], [0, 1], 1), y));
    }

    [Theory]
    [MemberData(nameof(OfRows))]
    public void OnlyASourceMayRepeatItsNumbers(Kernel<float> kernel)
    {
        var y = new float[kernel.Needed];
        kernel.Run(new float[8], new([2, 3], [5, 1], 1), new float[8]);
        if (kernel.MapsInto is not { } layout)
        {
            kernel.Run(new float[6], new([2, 3], [0, 1], 1), y);
            return;
        }
        Wrong(layout, "Axis 0 had the stride 0; in a destination it must not repeat an element.", () => kernel.Run(new float[6], new([2, 3], [0, 1], 1), y));
        Wrong(layout, "Axis 1 had the stride 0; in a destination it must not repeat an element.", () => kernel.Run(new float[6], new([2, 3], [1, 0], 1), y));
        Wrong(layout, "The stride 1 let elements share a place; in a destination each element must have a place of its own.", () => kernel.Run(new float[6], new([2, 3], [1, 1], 1), y));
        Wrong(layout, "The stride 2 let elements share a place; in a destination each element must have a place of its own.", () => kernel.Run(new float[6], new([2, 3], [2, 1], 1), y));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheDestinationIsLongEnough(Kernel<float> kernel)
    {
        kernel.Run(new float[6], 3, new float[kernel.Needed]);
        if (kernel.Destination is { } name)
            Wrong(name, $"The length was {kernel.Needed - 1}; it must be at least {kernel.Needed}, ", () => kernel.Run(new float[6], 3, new float[kernel.Needed - 1]));
    }

    [Theory]
    [MemberData(nameof(OfOneRow))]
    public void OneRowHasAClass(Kernel<float> kernel)
        => Wrong(kernel.Source, "The row was empty; it must have at least one class.", () => kernel.Run([], 1, []));

    [Theory]
    [MemberData(nameof(OfAnotherType))]
    public void OtherTypesOfNumbersAreRefused(Kernel<NFloat> kernel)
    {
        var error = Assert.Throws<NotSupportedException>(() => kernel.Run(new NFloat[6], 3, new NFloat[kernel.Needed]));
        Assert.Equal("The type of the numbers was System.Runtime.InteropServices.NFloat; it must be float, double or Half.", error.Message);
    }

    private static void Wrong(string argument, string message, Action call)
    {
        var error = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.StartsWith(message, error.Message);
    }

    /// <summary>The kernels for two rows of three classes.</summary>
    private static Kernel<T>[] ManyRows<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        =>
        [
            new("softmax", "logits", "destination", 6, "layout", (x, layout, y) => Kernels.Softmax(x, layout, y)),
            new("softmax to a layout", "logits", "destination", 6, "destinationLayout", (x, layout, y) => Kernels.Softmax(x, layout, y, layout)),
            new("log-softmax", "logits", "destination", 6, "layout", (x, layout, y) => Kernels.LogSoftmax(x, layout, y)),
            new("log-softmax to a layout", "logits", "destination", 6, "destinationLayout", (x, layout, y) => Kernels.LogSoftmax(x, layout, y, layout)),
            new("log-sum-exp", "logits", "destination", 2, null, (x, layout, y) => Kernels.LogSumExp(x, layout, y)),
            new("entropy", "logits", "destination", 2, null, (x, layout, y) => Kernels.Entropy(x, layout, y)),
            new("divergence", "logits", "destination", 2, null, (x, layout, y) => Kernels.KullbackLeibler(x, x, layout, y)),
            new("argmax", "scores", "destination", 2, null, (x, layout, y) => Kernels.ArgMax(x, layout, new int[y.Length])),
            new("values of top-k", "scores", "values", 4, null, (x, layout, y) => Kernels.TopK(x, layout, 2, y, new int[4])),
            new("indices of top-k", "scores", "indices", 4, null, (x, layout, y) => Kernels.TopK(x, layout, 2, new T[4], new int[y.Length])),
            new("loss of labels", "logits", null, 0, null, (x, layout, _) => Kernels.CrossEntropy<T, int>(x, layout, new int[2])),
            new("losses of labels", "logits", "losses", 2, null, (x, layout, y) => Kernels.CrossEntropy<T, int>(x, layout, new int[2], y)),
            new("gradient of labels", "logits", "gradient", 6, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient<T, int>(x, layout, new int[2], y)),
            new("losses of labels with gradient", "logits", "losses", 2, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient<T, int>(x, layout, new int[2], y, new T[9])),
            new("gradient of labels with losses", "logits", "gradient", 6, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient<T, int>(x, layout, new int[2], new T[2], y)),
            new("loss of targets", "logits", null, 0, null, (x, layout, _) => Kernels.CrossEntropy(x, layout, x)),
            new("losses of targets", "logits", "losses", 2, null, (x, layout, y) => Kernels.CrossEntropy(x, layout, x, y)),
            new("gradient of targets", "logits", "gradient", 6, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient(x, layout, x, y)),
            new("losses of targets with gradient", "logits", "losses", 2, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient(x, layout, x, y, new T[9])),
            new("gradient of targets with losses", "logits", "gradient", 6, "layout", (x, layout, y) => Kernels.CrossEntropyWithGradient(x, layout, x, new T[2], y)),
        ];

    /// <summary>The kernels for one row, here of six classes.</summary>
    private static Kernel<T>[] OneRow<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        =>
        [
            new("softmax of a row", "logits", "destination", 6, null, (x, _, y) => Kernels.Softmax(x, y)),
            new("log-softmax of a row", "logits", "destination", 6, null, (x, _, y) => Kernels.LogSoftmax(x, y)),
            new("log-sum-exp of a row", "logits", null, 0, null, (x, _, _) => Kernels.LogSumExp(x)),
            new("entropy of a row", "logits", null, 0, null, (x, _, _) => Kernels.Entropy(x)),
            new("divergence of a row", "logits", null, 0, null, (x, _, _) => Kernels.KullbackLeibler(x, x)),
            new("argmax of a row", "scores", null, 0, null, (x, _, _) => Kernels.ArgMax(x)),
            new("top-k of a row", "scores", null, 0, null, (x, _, _) => Kernels.TopK(x, new T[2], new int[2])),
            new("loss of a label", "logits", null, 0, null, (x, _, _) => Kernels.CrossEntropy(x, 0)),
        ];

    private static Kernel<T>[] Elementwise<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        =>
        [
            new("sigmoid", "logits", "destination", 6, null, (x, _, y) => Kernels.Sigmoid(x, y)),
            new("log-sigmoid", "logits", "destination", 6, null, (x, _, y) => Kernels.LogSigmoid(x, y)),
            new("softplus", "logits", "destination", 6, null, (x, _, y) => Kernels.Softplus(x, y)),
            new("logit", "probabilities", "destination", 6, null, (x, _, y) => Kernels.Logit(x, y)),
            new("binary loss", "logits", null, 0, null, (x, _, _) => Kernels.BinaryCrossEntropy(x, x)),
            new("binary losses", "logits", "losses", 6, null, (x, _, y) => Kernels.BinaryCrossEntropy(x, x, y)),
            new("binary gradient", "logits", "gradient", 6, null, (x, _, y) => Kernels.BinaryCrossEntropyWithGradient(x, x, y)),
            new("binary losses with gradient", "logits", "losses", 6, null, (x, _, y) => Kernels.BinaryCrossEntropyWithGradient(x, x, y, new T[6])),
            new("binary gradient with losses", "logits", "gradient", 6, null, (x, _, y) => Kernels.BinaryCrossEntropyWithGradient(x, x, new T[6], y)),
        ];

    /// <summary>A kernel.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Source">What it calls its source.</param>
    /// <param name="Destination">What it calls the span that it is given as y, if it writes one.</param>
    /// <param name="Needed">How long that must be for a source of six numbers.</param>
    /// <param name="MapsInto">What it calls the layout of what it writes, if that is rows.</param>
    /// <param name="Run">The kernel itself.</param>
    public sealed record Kernel<T>(string Name, string Source, string? Destination, int Needed, string? MapsInto, Run<T> Run)
    {
        public override string ToString() => Name;
    }
}
