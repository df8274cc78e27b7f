using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.RedundantSoftmaxFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class RedundantSoftmaxFixTests
{
    [Fact]
    public Task Inline_IsDropped() => Verify.TorchAsync(
        "return {|LGT6001:torch.argmax(functional.softmax(x, 1), 1)|};",
        "return torch.argmax(x, 1);");

    [Fact]
    public Task Chain_IsDropped() => Verify.TorchAsync(
        "return {|LGT6001:functional.softmax(x + y, 1).argmax(1)|};",
        "return (x + y).argmax(1);");

    [Fact]
    public Task LocalReadOnce_HoldsTheLogits() => Verify.TorchAsync(
        "var p = functional.softmax(x, 1);\nreturn {|LGT6001:p.argmax(1)|};",
        "var p = x;\nreturn p.argmax(1);");

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = {|LGT6001:torch.argmax(functional.softmax(x, 1), 1)|};\nreturn a + {|LGT6001:y.softmax(1).argmax(1)|};",
        "var a = torch.argmax(x, 1);\nreturn a + y.argmax(1);");

    [Fact]
    public Task TensorFlow_IsDropped() => Verify.KerasAsync(
        "var a = {|LGT6001:tf.math.argmax(tf.nn.softmax(x), -1)|};",
        "var a = tf.math.argmax(x, -1);");
}
