using System;
using System.Linq;
using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using Logits.Sampling;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>Whatever the axes, their order in memory and the gaps are, the results are those of rows of neighbours.</summary>
public sealed class AnyLayoutTests
{
    [Fact]
    public void ResultsAreThoseOfRowsOfNeighbours()
        => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Xoshiro256((ulong)seed);
            var tensor = AnyTensor(random);
            var axis = random.NextInt(tensor.Rank);
            var logits = Logits<double>.FromTensor(tensor, axis - (random.NextInt(2) * tensor.Rank));
            var rows = Rows(tensor, axis);
            Check(logits, new Logits<double>(rows.SelectMany(r => r).ToArray(), (int)tensor.Lengths[axis]), random);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Check(Logits<double> logits, Logits<double> expected, Xoshiro256 random)
    {
        Assert.Equal((expected.RowCount, expected.Classes), (logits.RowCount, logits.Classes));
        Same(expected, logits);
        var temperature = 0.5 + random.NextDouble();
        Same(expected.Temperature(temperature), logits.Temperature(temperature));
        var masked = Enumerable.Range(0, logits.Classes).Select(_ => random.NextInt(3) == 0).ToArray();
        Same(expected.Mask(masked), logits.Mask(masked));
        Same(expected.Concatenated(), logits.Concatenated());
        Same(Logits<double>.Average(expected, expected.Temperature(2)), Logits<double>.Average(logits, logits.Temperature(2)));
        Same(expected.Softmax().ToLogits(), logits.Softmax().ToLogits());
        Same(expected.LogSoftmax().ToLogits(), logits.LogSoftmax().ToLogits());
        Assert.Equal(expected.ArgMax().Values.ToArray(), logits.ArgMax().Values.ToArray());
        var k = random.NextInt(logits.Classes + 1);
        for (var r = 0; r < logits.RowCount; r++)
            Assert.Equal(expected.TopK(k)[r].ToArray(), logits.TopK(k)[r].ToArray());
        if (logits.RowCount == 0)
            return;

        var labels = new ClassIndices(Enumerable.Range(0, logits.RowCount).Select(_ => random.NextInt(logits.Classes)).ToArray());
        Assert.Equal(Loss.CrossEntropy(expected, labels), Loss.CrossEntropy(logits, labels), 1e-11);
        double[] gradient = new double[logits.RowCount * logits.Classes], expectedGradient = new double[gradient.Length];
        Loss.CrossEntropyWithGradient(logits, labels, gradient);
        Loss.CrossEntropyWithGradient(expected, labels, expectedGradient);
        Same(new Logits<double>(expectedGradient, expected.Classes), Logits<double>.FromTensor(Tensor.Create(gradient, logits.Lengths), logits.ClassAxis));
        Loss.KullbackLeiblerWithGradient(logits.Temperature(2), logits, gradient);
        Loss.KullbackLeiblerWithGradient(expected.Temperature(2), expected, expectedGradient);
        Same(new Logits<double>(expectedGradient, expected.Classes), Logits<double>.FromTensor(Tensor.Create(gradient, logits.Lengths), logits.ClassAxis));
    }

    private static void Same(Logits<double> expected, Logits<double> actual)
    {
        for (var r = 0; r < expected.RowCount; r++)
        {
            Near.Equal(expected[r].Values, actual[r].Values);
            Assert.Equal(actual[r].Values[^1], actual[r, expected.Classes - 1]);
        }
    }

    /// <summary>One to four axes of up to five numbers, in any order in memory, some with gaps, some repeated.</summary>
    private static Tensor<double> AnyTensor(Xoshiro256 random)
    {
        var lengths = Enumerable.Range(0, 1 + random.NextInt(4)).Select(_ => (nint)(1 + random.NextInt(5))).ToArray();
        var strides = new nint[lengths.Length];
        nint next = 1;
        foreach (var i in Enumerable.Range(0, lengths.Length).OrderBy(_ => random.NextUInt64()))
        {
            var isRepeated = random.NextInt(8) == 0;
            strides[i] = lengths[i] == 1 || isRepeated ? 0 : next;
            next *= strides[i] == 0 ? 1 : lengths[i] + random.NextInt(2);
        }
        var start = random.NextInt(3);
        var memory = Enumerable.Range(0, start + (int)next).Select(_ => (6 * random.NextDouble()) - 3).ToArray();
        return Tensor.Create(memory, start, lengths, strides);
    }

    /// <summary>The rows along an axis, element by element through the tensor's own indexer.</summary>
    private static double[][] Rows(Tensor<double> tensor, int axis)
    {
        var count = (int)(tensor.FlattenedLength / tensor.Lengths[axis]);
        var rows = new double[count][];
        var index = new nint[tensor.Rank];
        for (var r = 0; r < count; r++)
        {
            nint rest = r;
            for (var i = tensor.Rank - 1; i >= 0; i--)
            {
                if (i != axis)
                    (rest, index[i]) = nint.DivRem(rest, tensor.Lengths[i]);
            }
            rows[r] = new double[tensor.Lengths[axis]];
            for (index[axis] = 0; index[axis] < tensor.Lengths[axis]; index[axis]++)
                rows[r][index[axis]] = tensor[index];
        }
        return rows;
    }
}
