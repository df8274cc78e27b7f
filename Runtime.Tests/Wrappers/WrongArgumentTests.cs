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
