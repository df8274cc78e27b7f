using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.Rules;

/// <summary>The mistakes that the runtime's types do not prevent, and what looks like them and is right.</summary>
public sealed class WrapperTests
{
    private const string Logits = "var l = new Logits<float>(x, 3); ";

    [Theory]
    [InlineData("{|LGT6001:l.Softmax().ArgMax()|};")]
    [InlineData("{|LGT6001:l.Softmax().TopK(2)|};")]
    [InlineData("var p = l.Softmax(); var k = {|LGT6001:p.ArgMax()|};")]
    [InlineData("{|LGT6001:l.AsSpan().Softmax(targets).ArgMax()|};")]
    [InlineData("l.ArgMax();")]
    [InlineData("var p = l.Softmax(); var k = p.ArgMax(); var best = p[0, k[0]];")]
    [InlineData("l.LogSoftmax().ArgMax();")]
    [InlineData("Probabilities<float>.Create(x, 3).ArgMax();")]
    [InlineData("Probabilities<float>.Average(l.Softmax(), l.Softmax()).ArgMax();")]
    public Task OrderOnlyUses(string statements) => RuntimeVerifier.StatementsAsync(Logits + statements);

    [Theory]
    [InlineData("{|LGT5001:l.Softmax().Log()|};")]
    [InlineData("var p = l.Softmax(); var loss = -{|LGT5001:MathF.Log(p[0, labels[0]])|};")]
    [InlineData("{|LGT5001:l.AsSpan().Softmax(targets).Log(targets)|};")]
    [InlineData("var loss = {|LGT5002:MathF.Log(new BinaryLogits<float>(x).Sigmoid()[0])|};")]
    [InlineData("var p = l.Softmax(); var entropy = 0f; for (var j = 0; j < 3; j++) { if (p[0, j] > 0) entropy -= p[0, j] * MathF.Log(p[0, j]); }")]
    [InlineData("l.LogSoftmax();")]
    [InlineData("Probabilities<float>.Create(x, 3).Log();")]
    [InlineData("Probabilities<float>.Average(l.Softmax(), l.Softmax()).Log();")]
    [InlineData("l.LogSoftmax().Exp().Log();")]
    [InlineData("MathF.Log(l[0, 1]);")]
    public Task Logarithms(string statements) => RuntimeVerifier.StatementsAsync(Logits + statements);

    [Theory]
    [InlineData("Loss.CrossEntropy({|LGT1006:l.LogSoftmax().ToLogits()|}, new ClassIndices(labels));")]
    [InlineData("var logp = l.LogSoftmax(); Loss.CrossEntropy({|LGT1006:logp.ToLogits()|}, new ClassIndices(labels));")]
    [InlineData("Kernels.CrossEntropy<float, int>({|LGT1006:l.LogSoftmax().AsSpan().Values|}, 3, labels);")]
    [InlineData("Kernels.BinaryCrossEntropy<float>({|LGT1006:l.LogSoftmax().AsSpan().Values|}, targets);")]
    [InlineData("new BinaryLogitsSpan<float>({|LGT1006:l.LogSoftmax().AsSpan().Values|});")]
    [InlineData("Loss.CrossEntropy(l, new ClassIndices(labels));")]
    [InlineData("Loss.NegativeLogLikelihood(l.LogSoftmax(), new ClassIndices(labels));")]
    [InlineData("Loss.CrossEntropy(l.LogSoftmax().ToLogits().Temperature(2), new ClassIndices(labels));")]
    [InlineData("Loss.CrossEntropy(l.LogSoftmax().ToLogits().Mask(new bool[3]), new ClassIndices(labels));")]
    [InlineData("l.LogSoftmax().ToLogits().Softmax();")]
    [InlineData("new LogitsSpan<float>(l.LogSoftmax().AsSpan().Values, 3);")]
    [InlineData("Kernels.Softmax<float>(l.LogSoftmax().AsSpan().Values, targets);")]
    [InlineData("global::Logits.Sampling.GumbelMax.Sample(l.LogSoftmax().ToLogits().AsSpan(), null);")]
    public Task LogProbabilitiesAtLosses(string statements) => RuntimeVerifier.StatementsAsync(Logits + statements);

    [Theory]
    [InlineData("var yes = {|LGT2001:l[0, 1]|} > 0.5f;")]
    [InlineData("var yes = {|LGT2001:l.AsSpan().Values[i]|} > 0.5f;")]
    [InlineData("var yes = {|LGT2001:new BinaryLogits<float>(x)[0]|} > 0.5f;")]
    [InlineData("var yes = {|LGT2001:new BinaryLogits<float>(x).AsSpan().Values[i]|} > 0.5f;")]
    [InlineData("var yes = {|LGT2001:l.LogSoftmax()[0, 1]|} > 0.5f;")]
    [InlineData("var yes = l.Softmax()[0, 1] > 0.5f;")]
    [InlineData("var yes = l.Softmax().AsSpan().Values[i] > 0.5f;")]
    [InlineData("var yes = l[0, 1] > 0;")]
    [InlineData("var yes = l[0, 1] > l[0, 2];")]
    [InlineData("var yes = l[0, 1] - l[0, 2] > 0.5f;")]
    public Task Thresholds(string statements) => RuntimeVerifier.StatementsAsync(Logits + statements);

    [Theory]
    [InlineData("{|LGT3001:new Logits<float>(x, 1).Softmax()|};")]
    [InlineData("new Logits<float>(x, 2).Softmax();")]
    [InlineData("new Logits<float>(x, labels[0]).Softmax();")]
    [InlineData("new BinaryLogits<float>(x).Sigmoid();")]
    public Task OneClass(string statements) => RuntimeVerifier.StatementsAsync(statements);

    [Theory]
    [InlineData("void M(Probabilities<float> p) { p.ArgMax(); p.Log(); MathF.Log(p[0, 1]); }")]
    [InlineData("Logits<float> F(LogProbabilities<float> logp) => logp.ToLogits();")]
    [InlineData("Logits<float> P { get; set; } void M(LogProbabilities<float> logp) { P = logp.ToLogits(); }")]
    [InlineData("Probabilities<float> F(Logits<float> l) => l.Softmax(); void M(Logits<float> l) { var p = F(l); p.ArgMax(); p.AsSpan(); }")]
    public Task WhatIsHandedOverIsNotJudged(string members) => RuntimeVerifier.MembersAsync(members);

    [Fact]
    public Task AnyTypeThatCarriesAKind() => RuntimeVerifier.FilesAsync("""
        using System;
        using Logits.Annotations;
        [CarriesKind]
        internal sealed class Row
        {
            [return: Probabilities(Link.Softmax)] public Row Normalised() => throw new NotImplementedException();
            [return: OrderOnly, ClassAxis(-1)] public int Best() => 0;
            [return: OrderOnly] public int BestOfAll() => 0;
            [return: Computes(Operation.Log)] public Row Log() => throw new NotImplementedException();
        }
        internal static class Uses
        {
            static void M(Row row)
            {
                {|LGT6001:row.Normalised().Best()|};
                row.Normalised().BestOfAll();
                {|LGT5001:row.Normalised().Log()|};
            }
        }
        """);

    [Fact]
    public Task AcrossFiles() => RuntimeVerifier.FilesAsync(
        """
        using Logits;
        internal sealed class Classifier(float[] weights)
        {
            public Logits<float> Score(float[] image)
            {
                var scores = new float[3];
                for (var k = 0; k < 3; k++)
                {
                    for (var i = 0; i < image.Length; i++) scores[k] += weights[(k * image.Length) + i] * image[i];
                }
                return new Logits<float>(scores, 3);
            }

            public Probabilities<float> Predict(float[] image) => Score(image).Softmax();
        }
        """,
        """
        using System;
        using Logits;
        internal static class Evaluation
        {
            public static double Loss(Classifier model, float[][] images, int[] labels)
            {
                var (sum, right) = (0.0, 0);
                for (var n = 0; n < images.Length; n++)
                {
                    sum -= {|LGT5001:Math.Log(model.Predict(images[n])[0, labels[n]])|};
                    if (model.Score(images[n]).ArgMax()[0] == labels[n]) right++;
                    if ({|LGT2001:model.Score(images[n])[0, 0]|} > 0.5f) right++;
                    if (model.Predict(images[n])[0, 0] > 0.5f) right++;
                }
                return sum / Math.Max(1, right);
            }
        }
        """);
}
