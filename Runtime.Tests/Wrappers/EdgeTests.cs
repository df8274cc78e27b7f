using System;
using System.Numerics;
using System.Numerics.Tensors;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>No rows, one class, one axis, numbers that are not finite; each type of numbers.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void NoRowsAreNothingToDo()
    {
        foreach (var logits in new[] { new Logits<float>(ReadOnlyMemory<float>.Empty, 3), Logits<float>.FromTensor(Tensor.CreateFromShape<float>([0, 3])), Logits<float>.FromTensor(Tensor.CreateFromShape<float>([2, 3, 0]), 1) })
        {
            Assert.Equal((0, 3), (logits.RowCount, logits.Classes));
            Assert.Equal(0, logits.Softmax().RowCount);
            Assert.Equal(0, logits.LogSoftmax().Exp().RowCount);
            Assert.Equal(0, logits.Temperature(2).Mask(new bool[3]).RowCount);
            Assert.Equal(0, logits.ArgMax().Count);
            Assert.Equal(0, logits.TopK(2).RowCount);
            Assert.Equal(0, Logits<float>.Concatenate(logits, logits).RowCount);
            Assert.Equal(0, logits.ToTensor().FlattenedLength);
            Assert.Equal(0, Loss.CrossEntropy(logits, logits.ArgMax(), new() { Reduction = Reduction.Sum }));
            Assert.Equal(0, Loss.NegativeLogLikelihood(logits.LogSoftmax(), logits.ArgMax(), new() { Reduction = Reduction.Sum }));
            Assert.True(float.IsNaN(Loss.NegativeLogLikelihood(logits.LogSoftmax(), logits.ArgMax())));
            Assert.Equal(0, Loss.KullbackLeibler(logits, logits, Reduction.Sum));
        }
        Assert.Equal(0, new BinaryLogits<float>(ReadOnlyMemory<float>.Empty).Sigmoid().Count);
        Assert.True(double.IsNaN(new ClassIndices(ReadOnlyMemory<int>.Empty).Agreement(new ClassIndices(ReadOnlyMemory<int>.Empty))));
    }

    [Fact]
    public void OneAxisIsOneRow()
    {
        var logits = Logits<double>.FromTensor(Tensor.Create([1.0, 3, 2], [3]));
        Assert.Equal((1, 3), (logits.RowCount, logits.Classes));
        Assert.Equal(1, logits[0].ArgMax());
        Assert.Equal([3], logits.Softmax().Lengths.ToArray());
    }

    [Fact]
    public void OneClassIsCertain()
    {
        var logits = new Logits<float>((float[])[-3, 800], 1);
        Assert.Equal([1f, 1], logits.Softmax().AsSpan().Values.ToArray());
        Assert.Equal([0f, 0], logits.LogSoftmax().AsSpan().Values.ToArray());
    }

    [Fact]
    public void ProbabilitiesOf0And1GoThereAndBack()
    {
        var sure = Probabilities<double>.Create((double[])[0, 1], 2);
        Assert.Equal([double.NegativeInfinity, 0], sure.ToLogits().AsSpan().Values.ToArray());
        Assert.Equal([0, 1], sure.Log().Exp().AsSpan().Values.ToArray());
        Assert.Equal([0, 1], sure.ToLogits().Softmax().AsSpan().Values.ToArray());
        var binary = BinaryProbabilities<double>.Create((double[])[0, 1]);
        Assert.Equal([double.NegativeInfinity, double.PositiveInfinity], binary.ToLogits().AsSpan().Values.ToArray());
        Assert.Equal([0, 1], binary.ToLogits().Sigmoid().AsSpan().Values.ToArray());
    }

    [Fact]
    public void NaNStaysInItsRow()
    {
        var probabilities = new Logits<float>((float[])[float.NaN, 1, 2, 3], 2).Softmax();
        Assert.True(float.IsNaN(probabilities[0, 1]));
        Assert.Equal(0.26894143f, probabilities[1, 0], 1e-6f);
        Assert.Throws<ArgumentException>("values", () => Probabilities<float>.Create(new float[] { probabilities[0, 0], probabilities[0, 1] }, 2));
    }

    [Fact]
    public void EachTypeOfNumbersDoesEverything()
    {
        Everything<double>(1e-12);
        Everything<float>(1e-5);
        Everything<Half>(1e-2);
    }

    private static void Everything<T>(double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] values = [T.CreateChecked(1), T.CreateChecked(-2), T.CreateChecked(0.5), T.CreateChecked(3), T.CreateChecked(0), T.CreateChecked(0.25)];
        double[] exact = [1, -2, 0.5, 3, 0, 0.25];
        var (logits, reference) = (new Logits<T>(values, 3), new Logits<double>(exact, 3));
        var labels = new ClassIndices((int[])[2, 0]);
        void Near(double expected, T actual) => Assert.Equal(expected, double.CreateChecked(actual), tolerance);

        Near(reference.Softmax()[1, 0], Probabilities<T>.FromTensor(logits.Softmax().ToTensor())[1, 0]);
        Near(reference.LogSoftmax()[0, 1], LogProbabilities<T>.FromTensor(logits.LogSoftmax().ToTensor())[0, 1]);
        Near(reference.Softmax()[0, 2], logits.LogSoftmax().Exp()[0, 2]);
        Near(reference.LogSoftmax()[1, 1], logits.Softmax().Log()[1, 1]);
        Near(Loss.CrossEntropy(reference, labels), Loss.CrossEntropy(logits, labels));
        Near(Loss.NegativeLogLikelihood(reference.LogSoftmax(), labels), Loss.NegativeLogLikelihood(logits.LogSoftmax(), labels));
        Near(Loss.KullbackLeibler(reference.Temperature(2), reference), Loss.KullbackLeibler(logits.Temperature(T.CreateChecked(2)), logits));
        var (gradient, referenceGradient) = (new T[6], new double[6]);
        Loss.KullbackLeiblerWithGradient(logits.Temperature(T.CreateChecked(2)), logits, gradient);
        Loss.KullbackLeiblerWithGradient(reference.Temperature(2), reference, referenceGradient);
        Near(referenceGradient[3], gradient[3]);
        Loss.NegativeLogLikelihoodWithGradient(logits.LogSoftmax(), labels, gradient);
        Near(-0.5, gradient[2]);
        var binary = new BinaryLogits<T>(values);
        Near(new BinaryLogits<double>(exact).Sigmoid()[3], binary.Sigmoid()[3]);
        Near(reference.Softmax()[0, 2], Probabilities<T>.Average(logits.Softmax(), logits.Softmax())[0, 2]);
    }
}
