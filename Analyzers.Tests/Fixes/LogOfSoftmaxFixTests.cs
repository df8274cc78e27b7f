using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogOfSoftmaxFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogOfSoftmaxFixTests
{
    [Fact]
    public Task Function_IsRenamed() => Verify.TorchAsync(
        "return {|LGT5001:torch.log(functional.softmax(x, 1))|};",
        "return functional.log_softmax(x, 1);");

    [Fact]
    public Task Method_KeepsItsSpelling() => Verify.TorchAsync(
        "return {|LGT5001:x.softmax(1).log()|};",
        "return x.log_softmax(1);");

    [Fact]
    public Task FunctionWithoutLogarithmBeside_BecomesThatOfTheLibrary() => Verify.TorchAsync(
        "return {|LGT5001:torch.log(torch.softmax(x, 1))|};",
        "return functional.log_softmax(x, 1);");

    [Fact]
    public Task Special_StaysSpecial() => Verify.TorchAsync(
        "return {|LGT5001:torch.log(torch.special.softmax(x, -1))|};",
        "return torch.special.log_softmax(x, -1);");

    [Fact]
    public Task LocalReadOnce_IsRenamedWhereItIsMade() => Verify.TorchAsync(
        "var p = functional.softmax(x + y, 1);\nreturn {|LGT5001:torch.log(p)|} * target;",
        "var p = functional.log_softmax(x + y, 1);\nreturn p * target;");

    [Fact]
    public Task LocalReadOften_IsComputedFromItsInput() => Verify.TorchAsync(
        "var p = functional.softmax(x, 1);\nreturn p * {|LGT5001:p.log()|};",
        "var p = functional.softmax(x, 1);\nreturn p * functional.log_softmax(x, 1);");

    [Fact]
    public Task InputAssignedBefore_IsUnchanged() => Verify.TorchAsync(
        "x = x * 2;\nvar p = functional.softmax(x, 1);\nreturn p * {|LGT5001:p.log()|};",
        "x = x * 2;\nvar p = functional.softmax(x, 1);\nreturn p * functional.log_softmax(x, 1);");

    [Fact]
    public Task InputAssignedBetween_IsNotTaken() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x, 1);\nx = x * 2;\nreturn p * {|LGT5001:p.log()|} + x;");

    [Fact]
    public Task InputChangedInPlace_IsNotTaken() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x, 1);\nx.add_(y);\nreturn p * {|LGT5001:p.log()|} + x;");

    [Fact]
    public Task InputOfSeveralReads_IsNotComputedTwice() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x + y, 1);\nreturn p * {|LGT5001:p.log()|};");

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = {|LGT5001:torch.log(functional.softmax(x, 1))|};\nreturn a + {|LGT5001:y.softmax(1).log()|};",
        "var a = functional.log_softmax(x, 1);\nreturn a + y.log_softmax(1);");

    [Fact]
    public Task Nested_AtOnce() => Verify.TorchAsync(
        "return {|LGT5001:torch.log(functional.softmax(z + {|LGT5001:x.softmax(1).log()|}, 1))|};",
        "return functional.log_softmax(z + x.log_softmax(1), 1);");

    [Fact]
    public Task TensorFlow_SubtractsTheLogarithmOfTheSum() => Verify.KerasAsync(
        "var p = {|LGT5001:tf.log(tf.nn.softmax(x))|};",
        "var p = x - tf.reduce_logsumexp(x, -1, true);");

    [Fact]
    public Task TensorFlow_ComputesNothingTwice() => Verify.KerasNotOfferedAsync("var p = {|LGT5001:tf.log(tf.nn.softmax(x + y))|};");
}
