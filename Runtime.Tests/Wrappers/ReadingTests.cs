using System;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>All wrappers are read in the same way.</summary>
public sealed class ReadingTests
{
    private static readonly double[] s_probabilities = [0.5, 0.25, 0.25, 0.125, 0.75, 0.125];
    private static readonly double[] s_logarithms = Array.ConvertAll(s_probabilities, Math.Log);

    [Fact]
    public void Probabilities()
    {
        var probabilities = Probabilities<double>.Create(s_probabilities, 3);
        Assert.Equal((3, 2, 1), (probabilities.Classes, probabilities.RowCount, probabilities.ClassAxis));
        Assert.Equal([2, 3], probabilities.Lengths.ToArray());
        Assert.Equal(0.75, probabilities[1, 1]);
        Assert.Equal(s_probabilities[3..], probabilities[1].Values.ToArray());
        Assert.Equal([1, 0, 2], probabilities.TopK(3)[1].ToArray());
        Assert.Equal(1, probabilities.AsSpan()[1].ArgMax());
        var bare = new double[7];
        probabilities.CopyTo(bare);
        Assert.Equal([.. s_probabilities, 0], bare);
        Assert.Equal("Probabilities [2, 3], class axis 1", probabilities.ToString());
        Assert.Equal(0.25, ProbabilitiesSpan<double>.Create(s_probabilities, 3).Values[1]);
    }

    [Fact]
    public void LogProbabilities()
    {
        var logProbabilities = LogProbabilities<double>.Create(s_logarithms, 3);
        Assert.Equal((3, 2, 1), (logProbabilities.Classes, logProbabilities.RowCount, logProbabilities.ClassAxis));
        Assert.Equal([2, 3], logProbabilities.Lengths.ToArray());
        Assert.Equal(Math.Log(0.75), logProbabilities[1, 1]);
        Assert.Equal(s_logarithms[3..], logProbabilities[1].Values.ToArray());
        Assert.Equal([1], logProbabilities.TopK(1)[1].ToArray());
        Assert.Equal(1, logProbabilities.ArgMax()[1]);
        Assert.Equal(1, logProbabilities.AsSpan()[1].ArgMax());
        var bare = new double[6];
        logProbabilities.CopyTo(bare);
        Assert.Equal(s_logarithms, bare);
        Assert.Equal("LogProbabilities [2, 3], class axis 1", logProbabilities.ToString());
        var view = LogProbabilitiesSpan<double>.Create(s_logarithms, 3);
        Assert.Equal((2, 3), (view.RowCount, view.Classes));
        Assert.Throws<ArgumentException>("values", () => LogProbabilitiesSpan<double>.Create([0, 0], 2));
    }

    [Fact]
    public void Logits()
        => Assert.Equal("Logits [2, 3], class axis 1 of resnet", new Logits<double>(s_logarithms, 3, new ModelId("resnet")).ToString());

    [Fact]
    public void BinaryLogits()
    {
        var logits = new BinaryLogits<double>((double[])[1, -2]);
        Assert.Equal(2, logits.Count);
        Assert.Equal([1, -2], logits.AsSpan().Values.ToArray());
        var bare = new double[2];
        logits.CopyTo(bare);
        Assert.Equal([1, -2], bare);
        Assert.Equal("BinaryLogits [2] of (unknown model)", logits.ToString());
        Assert.Null(new BinaryLogitsSpan<double>(bare).Model.Name);
        Assert.Throws<ArgumentException>("logits", () => { BinaryLogits<double>.Average(); });
        Assert.Throws<ArgumentException>("logits", () => { BinaryLogits<double>.Average(logits, new BinaryLogits<double>(new double[3])); });
        Assert.Throws<ArgumentException>("destination", () => logits.CopyTo(new double[1]));
    }

    [Fact]
    public void BinaryProbabilities()
    {
        var probabilities = BinaryProbabilities<double>.Create((double[])[0.25, 1]);
        Assert.Equal(2, probabilities.Count);
        Assert.Equal([0.25, 1], BinaryProbabilitiesSpan<double>.Create(probabilities.AsSpan().Values).Values.ToArray());
        Assert.Equal(1, BinaryProbabilities<double>.FromTensor(probabilities.ToTensor())[1]);
        var bare = new double[2];
        probabilities.CopyTo(bare);
        Assert.Equal([0.25, 1], bare);
        Assert.Equal("BinaryProbabilities [2]", probabilities.ToString());
        Assert.Throws<ArgumentException>("probabilities", () => { BinaryProbabilities<double>.Average(); });
        Assert.Throws<ArgumentOutOfRangeException>("index", () => probabilities[2]);
    }

    [Fact]
    public void Classes()
    {
        var labels = ClassIndices.From<long>([2, 0, 1]);
        Assert.Equal([2, 0, 1], labels.Values.ToArray());
        Assert.Equal(2.0 / 3, labels.Agreement(new ClassIndices((int[])[2, 2, 1])), 1e-15);
        Assert.Equal("ClassIndices [3]", labels.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("row", () => labels[3]);
        var top = Probabilities<double>.Create(s_probabilities, 3).TopK(2);
        Assert.Equal("TopClasses [2, 2]", top.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("row", () => { _ = top[2].Length; });
    }
}
