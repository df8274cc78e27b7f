using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Logits.Runtime.Tests.Wrappers;

/// <summary>Mix-ups of logits, log-probabilities and probabilities do not compile.</summary>
public sealed class MixUpTests
{
    [Theory]
    [InlineData("_ = logits[0, 0] > 0.5f && probabilities[0, 0] > 0.5f;")]
    [InlineData("_ = Loss.CrossEntropy(logits, labels);")]
    [InlineData("_ = Loss.NegativeLogLikelihood(logits.LogSoftmax(), labels);")]
    [InlineData("_ = Loss.BinaryCrossEntropy(binary, binary.Sigmoid());")]
    [InlineData("Tensor<float> bare = logits.ToTensor();")]
    public void RightProgramsCompile(string statement) => Assert.Empty(Errors(statement));

    [Theory]
    [InlineData("_ = logits > 0.5f;", "CS0019")]
    [InlineData("_ = logits > probabilities;", "CS0019")]
    [InlineData("_ = logits > logits;", "CS0019")]
    [InlineData("_ = logits == logits;", "CS0019")]
    [InlineData("_ = binary >= 0.5f;", "CS0019")]
    [InlineData("_ = logits + otherLogits;", "CS0019")]
    [InlineData("probabilities = logits;", "CS0029")]
    [InlineData("logits = probabilities;", "CS0029")]
    [InlineData("logProbabilities = probabilities;", "CS0029")]
    [InlineData("logits = logProbabilities;", "CS0029")]
    [InlineData("binary = logits;", "CS0029")]
    [InlineData("Tensor<float> bare = logits;", "CS0029")]
    [InlineData("float[] bare = probabilities;", "CS0029")]
    [InlineData("ReadOnlySpan<float> bare = logits[0];", "CS0029")]
    [InlineData("ProbabilitiesSpan<float> view = logits[0];", "CS0029")]
    [InlineData("probabilities = (Probabilities<float>)logits;", "CS0030")]
    [InlineData("_ = probabilities.Softmax();", "CS1061")]
    [InlineData("_ = logits.Sigmoid();", "CS1061")]
    [InlineData("_ = binary.Softmax();", "CS1061")]
    [InlineData("_ = logits.Log();", "CS1061")]
    [InlineData("_ = logits.Exp();", "CS1061")]
    [InlineData("_ = logProbabilities.Log();", "CS1061")]
    [InlineData("_ = probabilities.Exp();", "CS1061")]
    [InlineData("_ = binary.AtLeast(0.5f);", "CS1061")]
    [InlineData("_ = probabilities.Temperature(2);", "CS1061")]
    [InlineData("_ = Loss.CrossEntropy(probabilities, labels);", "CS0411")]
    [InlineData("_ = Loss.CrossEntropy(logProbabilities, labels);", "CS0411")]
    [InlineData("_ = Loss.CrossEntropy(binary, labels);", "CS0411")]
    [InlineData("_ = Loss.CrossEntropy(logits, logits);", "CS1503")]
    [InlineData("_ = Loss.NegativeLogLikelihood(probabilities, labels);", "CS0411")]
    [InlineData("_ = Loss.NegativeLogLikelihood(logits, labels);", "CS0411")]
    [InlineData("_ = Loss.BinaryCrossEntropy(binary.Sigmoid(), binary.Sigmoid());", "CS1503")]
    [InlineData("_ = Loss.BinaryCrossEntropy(logits, binary.Sigmoid());", "CS1503")]
    [InlineData("_ = Loss.KullbackLeibler(probabilities, logits);", "CS1503")]
    [InlineData("_ = Loss.CrossEntropy<float>(probabilities, labels);", "CS1503")]
    [InlineData("_ = new Logits<int>(new int[2], 2);", "CS0315")]
    public void MixUpsDoNot(string statement, string id) => Assert.Contains(id, Errors(statement));

    private static IEnumerable<string> Errors(string statement)
    {
        var source = $$"""
            using System;
            using System.Numerics.Tensors;
            using Logits;

            class Program
            {
                static void Mix(
                    Logits<float> logits, Logits<float> otherLogits, LogProbabilities<float> logProbabilities, Probabilities<float> probabilities,
                    BinaryLogits<float> binary, ClassIndices labels)
                {
                    {{statement}}
                }
            }
            """;
        return Programs.Errors(source).Select(error => error.Id).Distinct();
    }
}
