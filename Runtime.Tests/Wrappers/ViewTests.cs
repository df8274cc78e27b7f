using System;
using System.Numerics.Tensors;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>What views of spans have beside conversions.</summary>
public sealed class ViewTests
{
    private static readonly double[] s_rows = [2.5, 1, -1.2, 0.3, 0.1, 0.9];

    [Fact]
    public void OneNumberIsReadByItsPlace()
    {
        var logits = new LogitsSpan<double>(s_rows, 3);
        Assert.Equal(0.1, logits[1, 1]);
        Assert.Equal(s_rows[5], logits[1][0, 2]);
        Assert.Equal(0.25, ProbabilitiesSpan<double>.Create([0.75, 0.25], 2)[0, 1]);
        Assert.Equal(-2, LogProbabilitiesSpan<double>.Unchecked([0, -2], 2)[0, 1]);
        Assert.Equal(-3, new BinaryLogitsSpan<double>([1, -3])[1]);
        Assert.Equal(0.5, BinaryProbabilitiesSpan<double>.Create([0, 0.5])[1]);
    }

    [Fact]
    public void APlaceThatIsNotThereIsAnError()
    {
        Assert.Contains("from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("row", () => new LogitsSpan<double>(s_rows, 3)[2, 0]).Message);
        Assert.Contains("from 0 to 2.", Assert.Throws<ArgumentOutOfRangeException>("class", () => new LogitsSpan<double>(s_rows, 3)[0, -1]).Message);
        Assert.Contains("from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("class", () => ProbabilitiesSpan<double>.Unchecked([0.5, 0.5], 2)[0, 2]).Message);
        Assert.Contains("from 0 to 0.", Assert.Throws<ArgumentOutOfRangeException>("index", () => new BinaryLogitsSpan<double>([1])[1]).Message);
    }

    [Fact]
    public void TheBestClassesOfARow()
    {
        double[] best = new double[2];
        int[] classes = new int[2];
        new LogitsSpan<double>(s_rows, 3)[1].TopK(best, classes);
        Assert.Equal([0.9, 0.3], best);
        Assert.Equal([2, 0], classes);
        Assert.Contains("There were 2 rows", Assert.Throws<InvalidOperationException>(() => new LogitsSpan<double>(s_rows, 3).TopK(best, classes)).Message);
        Assert.Throws<ArgumentException>(() => new LogitsSpan<double>(s_rows, 6).TopK(best, new int[1]));
    }

    [Fact]
    public void TemperatureAndMasksAreWrittenWhereTheCallerSays()
    {
        double[] values = [.. s_rows];
        var cooler = new LogitsSpan<double>(values, 3, new ModelId("m")).Temperature(2, values);
        Assert.Equal([1.25, 0.5, -0.6, 0.15, 0.05, 0.45], values);
        Assert.Equal("m", cooler.Model.Name);
        var masked = cooler.Mask([false, true, false], values);
        Assert.Equal([1.25, double.NegativeInfinity, -0.6, 0.15, double.NegativeInfinity, 0.45], values);
        Assert.Equal(0, masked.Softmax(values)[1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>("temperature", () => new LogitsSpan<double>(s_rows, 3).Temperature(0, new double[6]));
        Assert.Throws<ArgumentException>("destination", () => new LogitsSpan<double>(s_rows, 3).Temperature(2, new double[5]));
        Assert.Throws<ArgumentException>("masked", () => new LogitsSpan<double>(s_rows, 3).Mask([true], new double[6]));
        var overlapping = new double[7];
        Assert.Throws<ArgumentException>("destination", () => new LogitsSpan<double>(overlapping.AsSpan(1), 3).Mask([true, false, false], overlapping));
    }

    [Fact]
    public void LabelsOfATensorAreUsedWhereTheyAre()
    {
        int[] bare = [3, 1, 2, 0];
        var dense = Tensor.Create(bare, [2, 2]);
        Assert.True(ClassIndices.FromTensor(dense).Values == bare.AsSpan());
        // Turned round they are copied.
        Assert.Equal([3, 2, 1, 0], ClassIndices.FromTensor(Tensor.PermuteDimensions(dense, [1, 0])).Values.ToArray());
        Assert.Equal(0, ClassIndices.FromTensor(Tensor.Create(Array.Empty<int>(), [0])).Count);
        Assert.Throws<ArgumentNullException>("tensor", () => ClassIndices.FromTensor(null!));
    }
}
