using System;
using System.Numerics.Tensors;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>A wrong argument is named, with what it was and what it must be.</summary>
public sealed class WrongArgumentTests
{
    private static readonly Logits<double> s_logits = new((double[])[1, 2, 3, 4, 5, 6], 3);

    public static TheoryData<string, string, Action> Wrong => new()
    {
        { "classes", "at least one class", () => new Logits<float>(new float[4], 0) },
        { "values", "There were 4 numbers; there must be a multiple of 3", () => new Logits<float>(new float[4], 3) },
        { "values", "There were 4 numbers; there must be a multiple of 3", () => new LogitsSpan<float>(new float[4], 3) },
        { "classes", "at least one class", () => Probabilities<float>.Unchecked(new float[4], -1) },
        { "tensor", "tensor", () => Logits<float>.FromTensor(null!) },
        { "tensor", "0 classes along axis 1", () => Logits<float>.FromTensor(Tensor.CreateFromShape<float>([2, 0])) },
        { "classAxis", "must be from -2 to 1", () => Logits<float>.FromTensor(Tensor.CreateFromShape<float>([2, 3]), 2) },
        { "row", "must be from 0 to 1", () => _ = s_logits[2].Classes },
        { "row", "must be from 0 to 1", () => _ = s_logits.AsSpan()[2].Classes },
        { "row", "must be from 0 to 1", () => _ = s_logits[-1, 0] },
        { "class", "must be from 0 to 2", () => _ = s_logits[0, 3] },
        { "k", "must be from 0 to 3", () => s_logits.TopK(4) },
        { "temperature", "positive and finite", () => s_logits.Temperature(0) },
        { "temperature", "positive and finite", () => s_logits.Temperature(double.PositiveInfinity) },
        { "masked", "The length was 2; it must be 3", () => s_logits.Mask([true, false]) },
        { "destination", "The length was 5; it must be at least 6", () => s_logits.CopyTo(new double[5]) },
        { "destination", "The length was 5; it must be at least 6, for 2 rows of 3 classes", () => s_logits.AsSpan().Softmax(new double[5]) },
        { "destination", "The length was 5; it must be at least 6, for 2 rows of 3 classes", () => s_logits.AsSpan().LogSoftmax(new double[5]) },
        { "destination", "The length was 5; it must be at least 6", () => s_logits.Softmax().AsSpan().Log(new double[5]) },
        { "destination", "The length was 5; it must be at least 6", () => s_logits.LogSoftmax().AsSpan().Exp(new double[5]) },
        { "destination", "The length was 5; it must be at least 6", () => new BinaryLogitsSpan<double>(new double[6]).Sigmoid(new double[5]) },
        { "labels", "The length was 3; it must be 2, as many as there are rows", () => s_logits.TopK(2).Recall(new ClassIndices(new int[3])) },
        { "logits", "There were no logits", () => Logits<double>.Average() },
        { "logits", "Logits 1 had the axes [1, 6]", () => Logits<double>.Average(s_logits, new Logits<double>(new double[6], 6)) },
        { "logits", "Logits 1 had 6 classes; they must have 3", () => Logits<double>.Concatenate(s_logits, new Logits<double>(new double[6], 6)) },
        { "probabilities", "There were no probabilities", () => Probabilities<double>.Average() },
        { "values", "Row 1 summed to 1.2; it must sum to 1 within 1E-06", () => Probabilities<double>.Create((double[])[0.5, 0.5, 0.6, 0.6], 2) },
        { "values", "Row 0 had -1 at class 1", () => Probabilities<double>.Create((double[])[2, -1], 2) },
        { "values", "Row 0 had NaN at class 0", () => Probabilities<float>.Create((float[])[float.NaN, 1], 2) },
        { "values", "Row 1 summed to 2", () => ProbabilitiesSpan<float>.Create([1, 0, 1, 1], 2) },
        { "tensor", "Row 2 summed to 4", () => Probabilities<float>.FromTensor(Tensor.Create([0f, 1, 2, 1, 0, 2], [2, 3]), 0) },
        { "values", "Row 0, by its exponentials, summed to 2", () => LogProbabilities<float>.Create((float[])[0, 0], 2) },
        { "values", "Row 0 had NaN at class 1", () => LogProbabilities<float>.Create((float[])[0, float.NaN], 2) },
        { "labels", "The class of row 1 must be from 0 to 2", () => Probabilities<float>.OneHot(new ClassIndices((int[])[0, 3]), 3) },
        { "values", "values[1] must fit", () => ClassIndices.From<long>([1, 1L << 40]) },
        { "other", "The length was 1; it must be 2", () => new ClassIndices((int[])[1, 2]).Agreement(new ClassIndices((int[])[1])) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void IsNamed(string argument, string message, Action call)
    {
        var error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(5)]
    public void AViewIsNotWrittenOverItsSourceInPart(int shift)
    {
        var memory = new double[16];
        Memory<double> source = memory.AsMemory(5, 6), destination = memory.AsMemory(5 + shift, 6);
        foreach (var write in new Action[]
        {
            () => new LogitsSpan<double>(source.Span, 3).Softmax(destination.Span),
            () => new LogitsSpan<double>(source.Span, 3).LogSoftmax(destination.Span),
            () => ProbabilitiesSpan<double>.Unchecked(source.Span, 3).Log(destination.Span),
            () => LogProbabilitiesSpan<double>.Unchecked(source.Span, 3).Exp(destination.Span),
            () => new BinaryLogitsSpan<double>(source.Span).Sigmoid(destination.Span),
        })
        {
            Assert.StartsWith($"The destination overlapped the source, {shift} elements after its start", Assert.Throws<ArgumentException>("destination", write).Message);
            Assert.All(memory, v => Assert.Equal(0, v));
        }
    }

    /// <summary>Also where the destination is longer.</summary>
    [Fact]
    public void AViewMayBeWrittenOverItsSource()
    {
        double[] logits = [1, 2, 3, 4, 5, 6, 7, 8], apart = new double[6];
        Memory<double> memory = logits;
        new LogitsSpan<double>(memory.Span[..6], 3).Softmax(apart);
        Assert.Equal(apart, new LogitsSpan<double>(memory.Span[..6], 3).Softmax(memory.Span).Values);
        ProbabilitiesSpan<double>.Unchecked(memory.Span[..6], 3).Log(apart);
        Assert.Equal(apart, ProbabilitiesSpan<double>.Unchecked(memory.Span[..6], 3).Log(memory.Span).Values);
        LogProbabilitiesSpan<double>.Unchecked(memory.Span[..6], 3).Exp(apart);
        Assert.Equal(apart, LogProbabilitiesSpan<double>.Unchecked(memory.Span[..6], 3).Exp(memory.Span).Values);
        Assert.Equal([7, 8], logits[6..]);
        // What follows the source is apart from it, though the rest of the destination reaches into it.
        LogProbabilitiesSpan<double>.Unchecked(memory.Span[2..4], 1).Exp(memory.Span);
        Assert.Equal(Math.Exp(apart[2]), logits[0], 1e-13);
        Assert.Equal(Math.Exp(apart[3]), logits[1], 1e-13);
    }

    [Fact]
    public void NoOtherTypeOfNumbersIsKnown()
        => Assert.Contains("must be float, double or Half", Assert.Throws<NotSupportedException>(() => new Logits<System.Runtime.InteropServices.NFloat>(new System.Runtime.InteropServices.NFloat[2], 2)).Message);

    [Fact]
    public void ADefaultValueHoldsNothing()
    {
        Assert.Contains("default", Assert.Throws<InvalidOperationException>(() => default(Logits<float>).Softmax()).Message);
        Assert.Throws<InvalidOperationException>(() => default(Probabilities<float>).Classes);
    }

    [Fact]
    public void AViewOfSeveralRowsHasNoArgMax()
        => Assert.Contains("There were 2 rows", Assert.Throws<InvalidOperationException>(() => s_logits.AsSpan().ArgMax()).Message);

    [Fact]
    public void TheToleranceIsWideEnoughForRounding()
    {
        var third = (float)(1 / 3.0);
        Assert.Equal(third, Probabilities<float>.Create((float[])[third, third, third], 3)[0, 0]);
        Assert.Equal(0.9995f, Probabilities<float>.Create((float[])[0.9995f], 1)[0, 0]);
        Assert.Throws<ArgumentException>("values", () => Probabilities<float>.Create((float[])[0.9985f], 1));
        Assert.Throws<ArgumentException>("values", () => Probabilities<double>.Create((double[])[0.9995], 1));
    }
}
