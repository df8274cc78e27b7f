using System;
using System.Numerics.Tensors;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>Logits over memory and tensors: rows, conversions, decisions.</summary>
public sealed class LogitsTests
{
    private static readonly double[] s_rows = [2.5, 1, -1.2, 1000, 1001, 1002];

    [Fact]
    public void RowsAreReadWhereTheyAre()
    {
        double[] values = [.. s_rows];
        var logits = new Logits<double>(values, 3);
        Assert.Equal((2, 3, 1), (logits.RowCount, logits.Classes, logits.ClassAxis));
        Assert.Equal([2, 3], logits.Lengths.ToArray());
        Assert.Equal(1001, logits[1, 1]);
        values[4] = 7;
        Assert.Equal(7, logits[1, 1]);
        Assert.True(logits[1].Values == values.AsSpan(3, 3));
        Assert.True(logits.AsSpan().Values == values.AsSpan());
    }

    [Fact]
    public void SoftmaxIsThatOfTheKernel()
    {
        var expected = new double[6];
        Kernels.Softmax<double>(s_rows, 3, expected);
        var probabilities = new Logits<double>(s_rows, 3).Softmax();
        Near.Equal<double>(expected, probabilities.AsSpan().Values);
        Assert.Equal(0.801, probabilities[0, 0], 3);
        Kernels.LogSoftmax<double>(s_rows, 3, expected);
        Near.Equal<double>(expected, new Logits<double>(s_rows, 3).LogSoftmax().AsSpan().Values);
    }

    [Fact]
    public void ConversionsGoRoundAndBack()
    {
        var logits = new Logits<double>(s_rows, 3);
        var probabilities = logits.LogSoftmax().Exp();
        var again = probabilities.ToLogits().Softmax();
        for (var c = 0; c < 3; c++)
        {
            Assert.Equal(logits.Softmax()[1, c], probabilities[1, c], 1e-13);
            Assert.Equal(probabilities[1, c], again[1, c], 1e-13);
            Assert.Equal(logits.LogSoftmax()[1, c], probabilities.Log()[1, c], 1e-11);
        }
        Assert.Equal(logits.LogSoftmax()[0, 0], logits.LogSoftmax().ToLogits()[0, 0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    public void AnyAxisOfATensorMayBeTheClasses(int axis)
    {
        var values = new float[24];
        for (var i = 0; i < values.Length; i++)
            values[i] = MathF.Sin(i);
        nint[] lengths = [2, 3, 4];
        var logits = Logits<float>.FromTensor(Tensor.Create(values, lengths), axis);
        var expected = new float[24];
        Kernels.Softmax<float>(values, new ClassLayout(lengths, axis), expected);
        var probabilities = logits.Softmax();
        Assert.Equal(lengths, probabilities.Lengths.ToArray());
        var dense = new float[24];
        probabilities.CopyTo(dense);
        Near.Equal<float>(expected, dense);
        for (var r = 0; r < logits.RowCount; r++)
        {
            var row = logits[r];
            Assert.Equal(logits[r, row.ArgMax()], row.Values[row.ArgMax()]);
            Assert.Equal(logits.ArgMax()[r], row.ArgMax());
            Near.Equal(probabilities[r].Values, row.Softmax(new float[row.Classes]).Values);
        }
    }

    [Fact]
    public void ATensorWithGapsIsReadWhereItIs()
    {
        float[] memory = [9, 1, 2, 3, -99, 4, 6, 5, -99];
        var tensor = Tensor.Create(memory, 1, [2, 3], [4, 1]);
        var logits = Logits<float>.FromTensor(tensor);
        Assert.Equal([1f, 2, 3], logits[0].Values.ToArray());
        Assert.Equal([4f, 6, 5], logits[1].Values.ToArray());
        Assert.Equal([2, 1], logits.ArgMax().Values.ToArray());
        memory[5] = 7;
        Assert.Equal(7, logits[1, 0]);
        Near.Equal(logits[1].Softmax(new float[3]).Values, logits.Softmax()[1].Values);
        var error = Assert.Throws<InvalidOperationException>(() => logits.AsSpan());
        Assert.Contains("not neighbours", error.Message);
        Assert.Equal([1f, 2, 3, 7, 6, 5], Flat(logits.ToTensor()));
    }

    [Fact]
    public unsafe void TheMemoryOfATensorCanBePinned()
    {
        float[] memory = [9, 1, 2, 3];
        var logits = Logits<float>.FromTensor(Tensor.Create(memory, 1, [3], [1]));
        using var pin = logits.Tensor.Values[1..].Pin();
        Assert.Equal(2, *(float*)pin.Pointer);
        memory[2] = 5;
        Assert.Equal(5, *(float*)pin.Pointer);
    }

    [Fact]
    public void OnlyRowsOfNeighboursAreASpan()
    {
        var tensor = Tensor.Create([1f, 2, 3, 4, 5, 6], [2, 3, 1]);
        Assert.Equal(3, Logits<float>.FromTensor(tensor, classAxis: 1).AsSpan().Classes);
        Assert.Equal([4f, 5, 6], Logits<float>.FromTensor(tensor, classAxis: 1).AsSpan()[1].Values.ToArray());
        Assert.Contains("class axis 0 of 3 axes", Assert.Throws<InvalidOperationException>(() => Logits<float>.FromTensor(tensor, classAxis: 0).AsSpan()).Message);
    }

    [Fact]
    public void AColumnSliceOfATensorIsOneRowForEachColumn()
    {
        var tensor = Tensor.Create([1f, 10, 2, 30, 3, 20], [3, 2]);
        var logits = Logits<float>.FromTensor(tensor, classAxis: 0);
        Assert.Equal([1f, 2, 3], logits[0].Values.ToArray());
        Assert.Equal([2, 1], logits.ArgMax().Values.ToArray());
        Assert.Equal([1, 2], logits.TopK(2)[1].ToArray());
    }

    [Fact]
    public void TemperatureDividesAndMaskTakesClassesAway()
    {
        var logits = new Logits<double>(s_rows, 3, new ModelId("a"));
        Assert.Equal(1.25, logits.Temperature(2)[0, 0]);
        Assert.Equal("a", logits.Temperature(2).Model.Name);
        var masked = logits.Mask([false, true, false]);
        Assert.Equal(double.NegativeInfinity, masked[1, 1]);
        Assert.Equal(0, masked.Softmax()[1, 1]);
        Assert.Equal(1, masked.Softmax()[1, 0] + masked.Softmax()[1, 2], 1e-13);
        Assert.Equal(1001, logits[1, 1]);
        var image = Logits<double>.FromTensor(Tensor.Create((double[])[.. s_rows], [1, 2, 3]), classAxis: 1).Mask([true, false]);
        Assert.Equal([double.NegativeInfinity, 1000], image[0].Values.ToArray());
        Assert.Equal([double.NegativeInfinity, 1002], image[2].Values.ToArray());
    }

    [Fact]
    public void TopClassesComeFromTheBestDown()
    {
        var top = new Logits<double>(s_rows, 3).TopK(2);
        Assert.Equal([0, 1], top[0].ToArray());
        Assert.Equal([2, 1], top[1].ToArray());
        Assert.Equal(0.5, top.Recall(new ClassIndices((int[])[2, 1])));
    }

    [Fact]
    public void HalfIsANumberToo()
    {
        Half[] values = [(Half)1, (Half)2, (Half)1000];
        var probabilities = new Logits<Half>(values, 3).Softmax();
        Assert.Equal((Half)1, probabilities[0, 2]);
        Assert.Equal((Half)0, probabilities.Log().Exp()[0, 0]);
    }

    [Fact]
    public void ViewsConvertInPlace()
    {
        double[] values = [.. s_rows];
        var probabilities = new LogitsSpan<double>(values, 3).Softmax(values);
        Assert.Equal(0.801, values[0], 3);
        Assert.True(probabilities.Values == values.AsSpan());
        var logs = probabilities.Log(values);
        Assert.Equal(-0.221, logs[0].Values[0], 3);
        Assert.Equal(0.801, logs.Exp(values)[0].Values[0], 3);
        Assert.Equal(2, new LogitsSpan<double>(s_rows, 3)[1].ArgMax());
        Assert.Equal(-0.221, new LogitsSpan<double>(s_rows, 3).LogSoftmax(values).ToLogits()[0].Values[0], 3);
    }

    private static float[] Flat(Tensor<float> tensor)
    {
        var values = new float[tensor.FlattenedLength];
        tensor.FlattenTo(values);
        return values;
    }
}
