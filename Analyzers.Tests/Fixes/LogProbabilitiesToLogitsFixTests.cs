using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogProbabilitiesToLogitsFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogProbabilitiesToLogitsFixTests
{
    [Fact]
    public Task Redundant_IsDropped() => Verify.TorchAsync(
        "return functional.cross_entropy({|LGT1006:functional.log_softmax(x, 1)|}, target);",
        "return functional.cross_entropy(x, target);");

    [Fact]
    public Task Wrong_IsDropped() => Verify.TorchAsync(
        "return functional.binary_cross_entropy_with_logits({|LGT1006:functional.log_softmax(x, 1)|}, target);",
        "return functional.binary_cross_entropy_with_logits(x, target);");

    [Fact]
    public Task LocalReadOnce_HoldsTheLogits() => Verify.TorchAsync(
        "var output = (x + y).log_softmax(1);\nreturn CrossEntropyLoss().call({|LGT1006:output|}, target);",
        "var output = (x + y);\nreturn CrossEntropyLoss().call(output, target);");

    [Fact]
    public Task LocalOfAnExpressionThatOthersRead_Stays() => Verify.TorchNotOfferedAsync(
        "var output = (x + y).log_softmax(1);\nConsole.WriteLine(output);\nreturn functional.cross_entropy({|LGT1006:output|}, target);");

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = functional.cross_entropy({|LGT1006:functional.log_softmax(x, 1)|}, target);\nreturn a + functional.cross_entropy({|LGT1006:y.log_softmax(1)|}, target);",
        "var a = functional.cross_entropy(x, target);\nreturn a + functional.cross_entropy(y, target);");
}
