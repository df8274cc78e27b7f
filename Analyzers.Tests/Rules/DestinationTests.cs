using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.Rules;

/// <summary>What a call writes into an argument is followed to where it is used.</summary>
public sealed class DestinationTests
{
    private const string Buffer = "var y = new float[3]; ";

    [Theory]
    [InlineData("Kernels.Softmax<float>(x, 3, y); Kernels.CrossEntropy<float, int>({|LGT1001:y|}, 3, labels);")]
    [InlineData("Kernels.Softmax<float>(x, y.AsSpan()); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y.AsSpan(0, 2)); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y.AsSpan()[..]); Kernels.CrossEntropy<float>({|LGT1001:y.AsSpan().Slice(1)|}, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y.AsMemory().Span); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("Span<float> z = stackalloc float[4]; Kernels.Softmax<float>(x, z[..3]); Kernels.CrossEntropy<float>({|LGT1001:z|}, 1);")]
    [InlineData("var z = y; Kernels.Softmax<float>(x, z); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("var z = y.AsSpan(1); Kernels.Softmax<float>(x, z); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("for (var r = 0; r < 3; r++) Kernels.Softmax<float>(x.AsSpan(r, 1), y.AsSpan(r, 1)); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("Kernels.Softmax<float>(x, x); Kernels.CrossEntropy<float>({|LGT1001:x|}, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y); Kernels.LogSoftmax<float>(x, y); Kernels.CrossEntropy<float>({|LGT1006:y|}, 1);")]
    [InlineData("new LogitsSpan<float>(x, 3).Softmax(y); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    [InlineData("Kernels.Sigmoid<float>(x, y); Kernels.BinaryCrossEntropy<float>({|LGT1001:y|}, targets);")]
    public Task WhatIsWrittenArrives(string statements) => RuntimeVerifier.StatementsAsync(Buffer + statements);

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(x, y); TensorPrimitives.SoftMax({|LGT1005:y|}, y);")]
    [InlineData("TensorPrimitives.Sigmoid<float>(x, y); TensorPrimitives.Sigmoid<float>({|LGT1005:y.AsSpan(1)|}, x);")]
    [InlineData("Kernels.Softmax<float>(x, y); Kernels.LogSoftmax<float>({|LGT1005:y|}, y);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")]
    public Task TensorPrimitivesAreFollowed(string statements) => RuntimeVerifier.StatementsAsync(Buffer + statements);

    [Theory]
    [InlineData("TensorPrimitives.SoftMax(x, y); TensorPrimitives.SoftMax(x, y);")]
    [InlineData("TensorPrimitives.SoftMax(x, y); TensorPrimitives.Multiply(y, targets, y); TensorPrimitives.SoftMax(y, y);")]
    [InlineData("Kernels.LogSoftmax<float>(x, y); TensorPrimitives.SoftMax(y, y);")]
    [InlineData("TensorPrimitives.Sigmoid<float>(x, y); var sure = TensorPrimitives.Max<float>(y) > 0.5f;")]
    [InlineData("if (flag) TensorPrimitives.SoftMax(x, x); TensorPrimitives.SoftMax(x, y);")]
    public Task TensorPrimitivesAreSilentWhereRight(string statements) => RuntimeVerifier.StatementsAsync(Buffer + statements);

    [Theory]
    [InlineData("Kernels.Softmax<float>(x, y); Kernels.CrossEntropy<float>(x, 1);")]
    [InlineData("var z = new float[3]; Kernels.Softmax<float>(x, y); Kernels.CrossEntropy<float>(z, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y[..]); Kernels.CrossEntropy<float>(y, 1);")]
    [InlineData("Kernels.Softmax<float>(x, y); new Logits<float>(x, 3).CopyTo(y); Kernels.CrossEntropy<float>(y, 1);")]
    [InlineData("Kernels.LogSoftmax<float>(x, y); Kernels.Softmax<float>(x, y); var p = ProbabilitiesSpan<float>.Create(y, 3);")]
    [InlineData("var z = y; Kernels.Softmax<float>(x, y); z = new float[3]; Kernels.CrossEntropy<float>(z, 1);")]
    [InlineData("for (var r = 0; r < 3; r++) { TensorPrimitives.Add(x, targets, y); Kernels.Softmax<float>(y, y); }")]
    public Task RightUsesAreSilent(string statements) => RuntimeVerifier.StatementsAsync(Buffer + statements);

    [Theory]
    [InlineData("Array.Sort(y);")]
    [InlineData("Array.Copy(x, y, 3);")]
    [InlineData("x.CopyTo(y, 0);")]
    [InlineData("y[0] = 3;")]
    [InlineData("y[^1] *= 3;")]
    [InlineData("y.AsSpan()[^1] = 3;")]
    [InlineData("y.AsSpan().Clear();")]
    [InlineData("x.AsSpan().CopyTo(y);")]
    [InlineData("TensorPrimitives.Log(y, y);")]
    [InlineData("Func<float[], float> f = v => v[0] = 1; f(y);")]
    [InlineData("ref var first = ref y[0]; first = 3;")]
    [InlineData("foreach (ref var v in y.AsSpan()) v = MathF.Sqrt(v);")]
    [InlineData("var z = y; z[0] = 3;")]
    [InlineData("var z = flag ? x.AsSpan() : y.AsSpan(); z.Clear();")]
    [InlineData("if (flag) Kernels.LogSoftmax<float>(x, y);")]
    public Task WhatElseIsWrittenIsNotKnown(string statement)
        => RuntimeVerifier.StatementsAsync($"{Buffer}Kernels.Softmax<float>(x, y); {statement} Kernels.CrossEntropy<float>(y, 1);");

    [Theory]
    [InlineData("static void F([Logits] ReadOnlySpan<float> a, [Probabilities(Link.Softmax)] Span<float> b) { }")]
    [InlineData("static void F(float[] a, [Probabilities(Link.Softmax)] Span<float> b) { }")]
    [InlineData("static bool F([Logits] ReadOnlySpan<float> a, [Probabilities(Link.Softmax)] Span<float> b) => true;")]
    [InlineData("static void F([Logits] float[] a, [Destination, Probabilities(Link.Softmax)] float[] b) { }")]
    [InlineData("static void F(float[] a, [Probabilities(Link.Softmax), Destination] float[] b) { for (var i = 0; i < b.Length; i++) b[i] = a[i]; }")]
    [InlineData("static void F(float[] a, float[] b) { Kernels.Softmax<float>(a, b); }")]
    [InlineData("static void F(float[] a, float[] b) { G(a, b); } static void G(ReadOnlySpan<float> a, Span<float> b) { Kernels.Softmax(a, b); }")]
    public Task MembersOfTheProgramWriteToo(string member)
        => RuntimeVerifier.MembersAsync($"{member} void M(float[] x) {{ {Buffer}F(x, y); Kernels.CrossEntropy<float>({{|LGT1001:y|}}, 1); }}");

    [Theory]
    [InlineData("static void F(float[] a, [Probabilities(Link.Softmax)] out float[] b) { b = new float[3]; }", "F(x, out var y);")]
    [InlineData("static void F([Logits] Tensor<float> a, [Destination, Probabilities(Link.Softmax)] Tensor<float> b) { }", "var y = Tensor.Create<float>([3]); F(Tensor.Create<float>([3]), y); Logits<float>.FromTensor({|LGT1001:y|});", "")]
    public Task OtherDestinations(string member, string call, string use = "Kernels.CrossEntropy<float>({|LGT1001:y|}, 1);")
        => RuntimeVerifier.MembersAsync($"{member} void M(float[] x) {{ {call} {use} }}");

    [Theory]
    [InlineData("static void F(float[] a, [Probabilities(Link.Softmax)] float[] b) { }")]
    [InlineData("static void F(float[] a, float[] b) { Array.Copy(a, b, 3); }")]
    [InlineData("static void F(float[] a, float[] b) { b = new float[3]; Kernels.Softmax<float>(a, b); }")]
    public Task ArraysThatNobodySaysAreWrittenAreNotKnown(string member)
        => RuntimeVerifier.MembersAsync($"{member} void M(float[] x) {{ {Buffer}F(x, y); Kernels.CrossEntropy<float>(y, 1); }}");

    [Theory]
    [InlineData("[ClassIndices] int label", "1")]
    [InlineData("[ClassIndices] int[] labels", "new[] { 1 }")]
    [InlineData("[OneHot] ReadOnlySpan<float> targets", "x")]
    [InlineData("[Probabilities] float threshold", "0.5f")]
    public Task ASpanBesideLabelsIsRead(string parameter, string argument)
        => RuntimeVerifier.MembersAsync($"static float Brier([Probabilities] Span<float> p, {parameter}) => p[0]; void M(float[] x) {{ {Buffer}Kernels.LogSoftmax<float>(x, y); Brier({{|LGT7002:y|}}, {argument}); }}");

    [Fact]
    public Task ASpanOnItsOwnMayBeChangedInPlace() => RuntimeVerifier.MembersAsync(
        "static void Softmax([Logits(Link.Softmax)] Span<float> x) { } void M(float[] x) { Softmax(x); var p = ProbabilitiesSpan<float>.Create(x, 3); }");

    [Fact]
    public Task ABodyKeepsWhatItsDestinationPromises() => RuntimeVerifier.MembersAsync("""
        static void Wrong([Logits] ReadOnlySpan<float> x, [Probabilities(Link.Softmax)] Span<float> y) { {|LGT7002:Kernels.LogSoftmax(x, y)|}; }
        static void Right([Logits] ReadOnlySpan<float> x, [Probabilities(Link.Softmax)] Span<float> y) { x.CopyTo(y); Kernels.Softmax<float>(y, y); }
        static void NotKnown([Logits] ReadOnlySpan<float> x, [Probabilities(Link.Softmax)] Span<float> y) { x.CopyTo(y); }
        """);

    [Fact]
    public Task FieldsAreFollowedWithinAMember() => RuntimeVerifier.MembersAsync("""
        private readonly float[] _y = new float[3];
        void M(float[] x) { Kernels.Softmax<float>(x, _y); Kernels.CrossEntropy<float>({|LGT1001:_y|}, 1); }
        void N() { Kernels.CrossEntropy<float>(_y, 1); }
        """);

    [Fact]
    public Task AcrossFiles() => RuntimeVerifier.FilesAsync(
        """
        using System;
        using Logits;
        internal sealed class Classifier
        {
            private readonly float[] _weights = new float[12];
            public void Predict(ReadOnlySpan<float> image, Span<float> destination)
            {
                Span<float> scores = stackalloc float[3];
                for (var k = 0; k < 3; k++)
                {
                    for (var i = 0; i < 4; i++) scores[k] += _weights[(4 * k) + i] * image[i];
                }
                Kernels.Softmax<float>(scores, destination);
            }
        }
        """,
        """
        using System;
        using Logits;
        internal static class Training
        {
            public static double Loss(Classifier model, float[][] images, int[] labels)
            {
                var output = new float[3];
                var (sum, right) = (0.0, 0);
                for (var n = 0; n < images.Length; n++)
                {
                    model.Predict(images[n], output);
                    if (output[labels[n]] > 0.5f) right++;
                    sum += Kernels.CrossEntropy<float>({|LGT1001:output|}, labels[n]);
                }
                return sum / Math.Max(1, right);
            }
        }
        """);
}
