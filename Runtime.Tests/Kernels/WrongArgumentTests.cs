using System;
using System.Globalization;
using Xunit;

namespace Logits.Runtime.Tests.Numerics;

/// <summary>A wrong argument is named, with what it was and what it must be: layouts, second sources, labels and options.</summary>
public sealed class WrongArgumentTests
{
    private delegate void Call(CrossEntropyOptions<double> options);

    private static readonly double[] s_x = [1, -2, 0.5, 3, 3, -1];
    private static readonly int[] s_labels = [0, 2];

    public static TheoryData<string, string, Action> Wrong => new()
    {
        // Layouts by themselves.
        { "shape", "The shape was empty; it must have at least one axis.", () => _ = new ClassLayout([], 0) },
        { "shape", "Axis 0 had the length -2; it must not be negative.", () => _ = new ClassLayout([-2, 3], 1) },
        { "shape", "Axis 1 had the length -3; it must not be negative.", () => _ = new ClassLayout([2, -3], 1) },
        { "shape", "There were no classes along axis 1; there must be at least one.", () => _ = new ClassLayout([2, 0], -1) },
        { "shape", $"There were {nint.MaxValue} classes along axis 0; there must be at most 2147483647.", () => _ = new ClassLayout([nint.MaxValue], 0) },
        { "strides", "There were 1 strides; there must be 2, one for each axis.", () => _ = new ClassLayout([2, 3], [1], 1) },
        { "strides", "Axis 0 had the stride -3; it must not be negative.", () => _ = new ClassLayout([2, 3], [-3, 1], 1) },

        // From one layout to another.
        { "destinationLayout", "The class count was 2; it must be 3, that of the logits.", () => Kernels.Softmax<double>(s_x, 3, new double[6], 2) },
        { "destinationLayout", "The class count was 6; it must be 3, that of the logits.", () => Kernels.LogSoftmax<double>(s_x, 3, new double[6], new([1, 6], 1)) },
        { "destinationLayout", "The class count was 0; it must be 3, that of the logits.", () => Kernels.Softmax<double>(s_x, 3, new double[6], default) },
        { "destinationLayout", "The layout had 3 rows; it must have 2, as the logits have.", () => Kernels.Softmax<double>(s_x, 3, new double[9], new([3, 3], 1)) },
        { "destinationLayout", "The layout had 1 rows; it must have 2, as the logits have.", () => Kernels.LogSoftmax<double>(s_x, new([3, 2], 0), new double[9], new([3, 1], 0)) },
        { "destination", "The length was 6; it must be at least 9, the extent of the layout.", () => Kernels.Softmax<double>(s_x, 3, new double[6], new([3, 3], 1)) },
        { "destination", "The length was 5; it must be at least 6, for 2 rows of 3 classes.", () => Kernels.LogSoftmax<double>(s_x, new([3, 2], 0), new double[5], 3) },

        // Second sources.
        { "otherLogits", "The length was 5; it must be 6, for 2 rows of 3 classes.", () => Kernels.KullbackLeibler<double>(s_x, new double[5], 3, new double[2]) },
        { "otherLogits", "The length was 9; it must be 6, for 2 rows of 3 classes.", () => Kernels.KullbackLeibler<double>(s_x, new double[9], 3, new double[2]) },
        { "otherLogits", "The length was 5; it must be at least 6, the extent of the layout.", () => Kernels.KullbackLeibler<double>(s_x, new double[5], new([3, 2], 0), new double[2]) },
        { "otherLogits", "The length was 3; it must be 6, for 1 rows of 6 classes.", () => Kernels.KullbackLeibler<double>(s_x, new double[3]) },
        { "targets", "The length was 5; it must be 6, for 2 rows of 3 classes.", () => Kernels.CrossEntropy<double>(s_x, 3, new double[5]) },
        { "targets", "The length was 7; it must be 6, for 2 rows of 3 classes.", () => Kernels.CrossEntropyWithGradient<double>(s_x, 3, new double[7], new double[6]) },
        { "targets", "The length was 5; it must be at least 6, the extent of the layout.", () => Kernels.CrossEntropy(s_x, new([2, 3], 1), new double[5], new double[2]) },
        { "targets", "The length was 5; it must be 6, one for each logit.", () => Kernels.BinaryCrossEntropy<double>(s_x, new double[5]) },
        { "targets", "The length was 7; it must be 6, one for each logit.", () => Kernels.BinaryCrossEntropyWithGradient<double>(s_x, new double[7], new double[6], new double[6]) },
        { "labels", "The length was 1; it must be 2, one for each row.", () => Kernels.CrossEntropy<double, int>(s_x, 3, [0]) },
        { "labels", "The length was 3; it must be 2, one for each row.", () => Kernels.CrossEntropyWithGradient<double, byte>(s_x, 3, [0, 0, 0], new double[6]) },
        { "labels", "The length was 2; it must be 3, one for each row.", () => Kernels.CrossEntropy<double, long>(s_x, new([2, 3], 0), [0, 0], new double[3]) },

        // The best of a row.
        { "values", "The length was 7; it must be at most 6, the class count.", () => Kernels.TopK<double>(s_x, new double[7], new int[7]) },
        { "indices", "The length was 3; it must be 2, as the values are.", () => Kernels.TopK<double>(s_x, new double[2], new int[3]) },

        // Options of binary losses.
        { "options", "PositiveWeight was -0.5; it must be finite and not negative.", () => Kernels.BinaryCrossEntropy<double>(s_x, s_x, new BinaryCrossEntropyOptions<double> { PositiveWeight = -0.5 }) },
        { "options", "PositiveWeight was NaN; it must be finite and not negative.", () => Kernels.BinaryCrossEntropy<double>(s_x, s_x, new double[6], new() { PositiveWeight = double.NaN }) },
        { "options", "PositiveWeight was Infinity; it must be finite and not negative.", () => Kernels.BinaryCrossEntropyWithGradient<double>(s_x, s_x, new double[6], new BinaryCrossEntropyOptions<double> { PositiveWeight = double.PositiveInfinity }) },
        { "options", "Reduction was -1; it must be Mean or Sum.", () => Kernels.BinaryCrossEntropy<double>(s_x, s_x, new BinaryCrossEntropyOptions<double> { Reduction = (Reduction)(-1) }) },
        { "options", "Reduction was 2; it must be Mean or Sum.", () => Kernels.BinaryCrossEntropyWithGradient<double>(s_x, s_x, new double[6], new double[6], new() { Reduction = (Reduction)2 }) },
    };

    public static TheoryData<string, object, string, Action> OutOfRange => new()
    {
        { "classes", 0, "There must be at least one class.", () => _ = new ClassLayout(0) },
        { "classes", -3, "There must be at least one class.", () => Kernels.Softmax<double>(s_x, -3, new double[6]) },
        { "axis", 2, "The axis must be from -2 to 1 for a shape of 2 axes.", () => _ = new ClassLayout([2, 3], 2) },
        { "axis", -3, "The axis must be from -2 to 1 for a shape of 2 axes.", () => _ = new ClassLayout([2, 3], [3, 1], -3) },
        { "k", 4, "k must be from 0 to 3, the class count.", () => Kernels.TopK<double>(s_x, 3, 4, new double[8], new int[8]) },
        { "k", -1, "k must be from 0 to 3, the class count.", () => Kernels.TopK<double>(s_x, 3, -1, new double[8], new int[8]) },
        { "label", 6, "The label must be from 0 to 5.", () => Kernels.CrossEntropy<double>(s_x, 6) },
        { "label", -1, "The label must be from 0 to 5.", () => Kernels.CrossEntropy<double>(s_x, -1) },
        { "labels", 3, "labels[1] must be from 0 to 2.", () => Kernels.CrossEntropy<double, int>(s_x, 3, [2, 3]) },
        { "labels", -1, "labels[0] must be from 0 to 2.", () => Kernels.CrossEntropy<double, int>(s_x, 3, [-1, 3], new double[2]) },
        { "labels", 1L << 32, "labels[1] must be from 0 to 2.", () => Kernels.CrossEntropyWithGradient<double, long>(s_x, 3, [2, 1L << 32], new double[6]) },
        { "labels", (byte)255, "labels[0] must be from 0 to 2.", () => Kernels.CrossEntropyWithGradient<double, byte>(s_x, 3, [255, 0], new double[2], new double[6]) },
        { "labels", (sbyte)-1, "labels[1] must be from 0 to 2.", () => Kernels.CrossEntropy<double, sbyte>(s_x, 3, [0, -1]) },
        { "labels", ulong.MaxValue, "labels[1] must be from 0 to 2.", () => Kernels.CrossEntropy<double, ulong>(s_x, 3, [0, ulong.MaxValue]) },
        { "labels", (Int128)1 << 64, "labels[1] must be from 0 to 2.", () => Kernels.CrossEntropy<double, Int128>(s_x, 3, [0, (Int128)1 << 64]) },
        { "labels", -2, "labels[1] must be from 0 to 2, or -1, the label to ignore.", () => Kernels.CrossEntropy<double, int>(s_x, 3, [-1, -2], new CrossEntropyOptions<double> { IgnoreIndex = -1 }) },

        // What is ignored is the very number, not what it becomes in 64 bits.
        { "labels", ulong.MaxValue, $"labels[0] must be from 0 to 2, or {long.MaxValue}, the label to ignore.", () => Kernels.CrossEntropy<double, ulong>(s_x, 3, [ulong.MaxValue, 0], new CrossEntropyOptions<double> { IgnoreIndex = long.MaxValue }) },
        { "labels", ulong.MaxValue, "labels[0] must be from 0 to 2, or -1, the label to ignore.", () => Kernels.CrossEntropy<double, ulong>(s_x, 3, [ulong.MaxValue, 0], new CrossEntropyOptions<double> { IgnoreIndex = -1 }) },
        { "labels", (Int128)long.MinValue * 4, $"labels[1] must be from 0 to 2, or {long.MinValue}, the label to ignore.", () => Kernels.CrossEntropy<double, Int128>(s_x, 3, [0, (Int128)long.MinValue * 4], new CrossEntropyOptions<double> { IgnoreIndex = long.MinValue }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void IsNamed(string argument, string message, Action call) => Named(argument, message, call);

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void WhatIsOutOfRangeIsNamed(string argument, object value, string message, Action call)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.Equal(value, error.ActualValue);
        Assert.StartsWith(message, error.Message);
    }

    /// <summary>Many labels are looked through together; the first that is wrong is still the one that is named.</summary>
    [Theory]
    [InlineData(0, -1)]
    [InlineData(17, 2)]
    [InlineData(39, int.MaxValue)]
    public void AWrongOneOfManyLabelsIsNamed(int at, int label)
    {
        var labels = new int[40];
        labels.AsSpan(at).Fill(label);
        var gradient = new double[80];
        var error = Assert.Throws<ArgumentOutOfRangeException>("labels", () => { Kernels.CrossEntropyWithGradient<double, int>(new double[80], 2, labels, gradient); });
        Assert.StartsWith($"labels[{at}] must be from 0 to 1.", error.Message);
        Assert.Equal(label, error.ActualValue);
        Assert.All(gradient, g => Assert.Equal(0, g));
    }

    [Fact]
    public void OptionsOfCrossEntropyHaveAMeaning()
    {
        Call[] labelled =
        [
            options => Kernels.CrossEntropy<double, int>(s_x, 3, s_labels, options),
            options => Kernels.CrossEntropy<double, int>(s_x, 3, s_labels, new double[2], options),
            options => Kernels.CrossEntropyWithGradient<double, int>(s_x, 3, s_labels, new double[6], options),
            options => Kernels.CrossEntropyWithGradient<double, int>(s_x, 3, s_labels, new double[2], new double[6], options),
        ];
        Call[] dense =
        [
            options => Kernels.CrossEntropy<double>(s_x, 3, s_x, options),
            options => Kernels.CrossEntropy(s_x, 3, s_x, new double[2], options),
            options => Kernels.CrossEntropyWithGradient<double>(s_x, 3, s_x, new double[6], options),
            options => Kernels.CrossEntropyWithGradient(s_x, 3, s_x, new double[2], new double[6], options),
        ];
        foreach (var call in (Call[])[.. labelled, .. dense])
        {
            call(new() { Reduction = Reduction.Sum, LabelSmoothing = 1, ClassWeights = [0, 1, 2] });
            Named("options", "Reduction was 5; it must be Mean or Sum.", () => call(new() { Reduction = (Reduction)5 }));
            Named("options", "LabelSmoothing was -0.25; it must be from 0 to 1.", () => call(new() { LabelSmoothing = -0.25 }));
            Named("options", "LabelSmoothing was 1.5; it must be from 0 to 1.", () => call(new() { LabelSmoothing = 1.5 }));
            Named("options", "LabelSmoothing was NaN; it must be from 0 to 1.", () => call(new() { LabelSmoothing = double.NaN }));
            Named("options", "There were 2 ClassWeights; there must be 3, one for each class.", () => call(new() { ClassWeights = [1, 2] }));
            Named("options", "There were 4 ClassWeights; there must be 3, one for each class.", () => call(new() { ClassWeights = [1, 2, 3, 4] }));
            Named("options", "ClassWeights[1] was -0.5; it must be finite and not negative.", () => call(new() { ClassWeights = [1, -0.5, 1] }));
            Named("options", "ClassWeights[2] was NaN; it must be finite and not negative.", () => call(new() { ClassWeights = [1, 1, double.NaN] }));
            Named("options", "ClassWeights[0] was Infinity; it must be finite and not negative.", () => call(new() { ClassWeights = [double.PositiveInfinity, 1, 1] }));
        }
        foreach (var call in labelled)
            call(new() { IgnoreIndex = 2 });
        foreach (var call in dense)
            Named("options", "IgnoreIndex was -100; it must not be set for dense targets, which have no labels.", () => call(new() { IgnoreIndex = -100 }));
    }

    [Fact]
    public void NumbersAreWrittenAsInProgramsInAnyCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Named("options", "LabelSmoothing was 1.5;", () => Kernels.CrossEntropy<double, int>(s_x, 3, s_labels, new CrossEntropyOptions<double> { LabelSmoothing = 1.5 }));
            Named("options", "ClassWeights[0] was -0.5;", () => Kernels.CrossEntropy<double, int>(s_x, 3, s_labels, new CrossEntropyOptions<double> { ClassWeights = [-0.5, 1, 1] }));
            Named("options", "PositiveWeight was -0.5;", () => Kernels.BinaryCrossEntropy<double>(s_x, s_x, new BinaryCrossEntropyOptions<double> { PositiveWeight = -0.5 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ClassWeightsThatAreRightCostNoMemory()
    {
        double[] weights = [1, 2, 0.5], gradient = new double[6];
        void Run() => Kernels.CrossEntropyWithGradient<double, int>(s_x, 3, s_labels, gradient, new CrossEntropyOptions<double> { ClassWeights = weights });
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
            Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Named(string argument, string message, Action call)
    {
        var error = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.StartsWith(message, error.Message);
    }
}
