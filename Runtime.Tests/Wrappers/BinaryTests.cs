using System;
using System.Numerics.Tensors;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>Binary logits and probabilities: one number for each sample or label.</summary>
public sealed class BinaryTests
{
    [Fact]
    public void SigmoidAndLogitsAreInverse()
    {
        var logits = new BinaryLogits<double>((double[])[-2, 0, 3]);
        var probabilities = logits.Sigmoid();
        Assert.Equal(0.5, probabilities[1]);
        for (var i = 0; i < 3; i++)
            Assert.Equal(logits[i], probabilities.ToLogits()[i], 1e-13);
        Assert.Equal([false, true, true], probabilities.AtLeast(0.5));
        Assert.Equal(1.5, logits.Temperature(2)[2]);
    }

    [Fact]
    public void ATensorKeepsItsAxesAndItsMemory()
    {
        float[] values = [1, 2, 3, 4];
        var logits = BinaryLogits<float>.FromTensor(Tensor.Create(values, [2, 2]));
        values[3] = 0;
        Assert.Equal(0, logits[3]);
        Assert.Equal([2, 2], logits.Sigmoid().Lengths.ToArray());
        Assert.Equal([2, 2], logits.Sigmoid().ToTensor().Lengths.ToArray());
        var error = Assert.Throws<ArgumentException>("tensor", () => BinaryLogits<float>.FromTensor(Tensor.Create(values, [2, 1], [2, 0])));
        Assert.Contains("dense", error.Message);
    }

    [Fact]
    public void ViewsConvertInPlace()
    {
        float[] values = [-1, 0, 1];
        var probabilities = new BinaryLogitsSpan<float>(values).Sigmoid(values);
        Assert.Equal(0.5f, values[1]);
        Assert.Equal(1, probabilities.ToLogits(values).Values[2], 1e-6f);
    }

    [Fact]
    public void LabelsAreProbabilities()
        => Assert.Equal([1f, 0, 1], BinaryProbabilities<float>.FromLabels([true, false, true]).AsSpan().Values.ToArray());

    [Fact]
    public void AProbabilityIsFrom0To1()
    {
        var error = Assert.Throws<ArgumentException>("values", () => BinaryProbabilities<float>.Create((float[])[0, 1, 1.5f]));
        Assert.Contains("Number 2 was 1.5; a probability must be from 0 to 1", error.Message);
        Assert.Throws<ArgumentException>("values", () => BinaryProbabilities<float>.Create((float[])[float.NaN]));
        Assert.Throws<ArgumentException>("values", () => BinaryProbabilitiesSpan<float>.Create([-0.1f]));
        Assert.Throws<ArgumentException>("tensor", () => BinaryProbabilities<float>.FromTensor(Tensor.Create([2f])));
        Assert.Equal(1.5f, BinaryProbabilities<float>.Unchecked((float[])[1.5f])[0]);
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => BinaryProbabilities<float>.Create((float[])[0]).AtLeast(1.5f));
    }

    [Fact]
    public void AveragesAreOfOneModelOrOfProbabilities()
    {
        var left = new BinaryLogits<double>((double[])[0, 2], new ModelId("left"));
        var right = new BinaryLogits<double>((double[])[2, 4], new ModelId("right"));
        Assert.Equal(1, BinaryLogits<double>.Average(left, new BinaryLogits<double>((double[])[2, 4], new ModelId("left")))[0]);
        Assert.Throws<ArgumentException>("logits", () => BinaryLogits<double>.Average(left, right));
        var mean = BinaryProbabilities<double>.Average(left.Sigmoid(), right.Sigmoid());
        Assert.Equal((left.Sigmoid()[1] + right.Sigmoid()[1]) / 2, mean[1]);
    }
}
