using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogProbabilitiesExpectedFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogProbabilitiesExpectedFixTests
{
    [Fact]
    public Task Scores_TakeCrossEntropy() => Verify.TorchAsync(
        "return functional.nll_loss({|LGT1003:Linear(3, 4).call(x)|}, target);",
        "return functional.cross_entropy(Linear(3, 4).call(x), target);");

    [Fact]
    public Task SettingsAtAnotherPosition_AreNotSwapped() => Verify.TorchNotOfferedAsync(
        "return functional.nll_loss({|LGT1003:Linear(3, 4).call(x)|}, target, weight, Reduction.Sum);",
        LogProbabilitiesExpectedFix.SwapLoss);

    [Fact]
    public Task Scores_TakeTheLogarithm() => Verify.TorchAsync(
        "var output = Linear(3, 4).call(x);\nreturn functional.nll_loss({|LGT1003:output|}, target);",
        "var output = Linear(3, 4).call(x);\nreturn functional.nll_loss(functional.log_softmax(output, 1), target);",
        LogProbabilitiesExpectedFix.TakeLogarithm);

    [Fact]
    public Task Softmax_BecomesLogSoftmax() => Verify.TorchAsync(
        "return functional.nll_loss({|LGT1003:functional.softmax(x, 1)|}, target);",
        "return functional.nll_loss(functional.log_softmax(x, 1), target);");

    [Fact]
    public Task SoftmaxInALocal_BecomesLogSoftmax() => Verify.TorchAsync(
        "var p = functional.softmax(x + y, 1);\nreturn functional.nll_loss({|LGT1003:p|}, target);",
        "var p = functional.log_softmax(x + y, 1);\nreturn functional.nll_loss(p, target);");

    [Fact]
    public Task SoftmaxThatOthersRead_Stays() => Verify.TorchAsync(
        "var p = functional.softmax(x, 1);\nConsole.WriteLine(p);\nreturn functional.nll_loss({|LGT1003:p|}, target);",
        "var p = functional.softmax(x, 1);\nConsole.WriteLine(p);\nreturn functional.nll_loss(functional.log_softmax(x, 1), target);");

    [Fact]
    public Task SoftmaxOfAnExpressionThatOthersRead_IsNotComputedTwice() => Verify.TorchNotOfferedAsync(
        "var p = functional.softmax(x + y, 1);\nConsole.WriteLine(p);\nreturn functional.nll_loss({|LGT1003:p|}, target);");

    [Fact]
    public Task Divergence_IsToldOfItsTarget() => Verify.TorchAsync(
        "return functional.kl_div(functional.log_softmax(x, 1), {|LGT1003:functional.softmax(y, 1)|});",
        "return functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1), log_target: false);");

    [Fact]
    public Task DivergenceByPosition_IsToldOfItsTarget() => Verify.TorchAsync(
        "return functional.kl_div(functional.log_softmax(x, 1), {|LGT1003:functional.softmax(y, 1)|}, true, Reduction.Sum);",
        "return functional.kl_div(functional.log_softmax(x, 1), functional.softmax(y, 1), false, Reduction.Sum);");

    [Fact]
    public Task DivergenceObject_IsToldOfItsTarget() => Verify.TorchAsync(
        "var loss = KLDivLoss(reduction: Reduction.Sum);\nreturn loss.call(functional.log_softmax(x, 1), {|LGT1003:functional.softmax(y, 1)|});",
        "var loss = KLDivLoss(reduction: Reduction.Sum, log_target: false);\nreturn loss.call(functional.log_softmax(x, 1), functional.softmax(y, 1));");

    [Fact]
    public Task DivergenceObjectOfAnotherSink_IsNotTold() => Verify.TorchNotOfferedAsync(
        "var loss = KLDivLoss();\nvar other = loss.call(functional.log_softmax(x, 1), functional.log_softmax(y, 1));\nreturn other + loss.call(functional.log_softmax(x, 1), {|LGT1003:functional.softmax(y, 1)|});",
        LogProbabilitiesExpectedFix.TellTarget);

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = functional.nll_loss({|LGT1003:functional.softmax(x, 1)|}, target);\nreturn a + functional.nll_loss({|LGT1003:y.softmax(1)|}, target);",
        "var a = functional.nll_loss(functional.log_softmax(x, 1), target);\nreturn a + functional.nll_loss(functional.log_softmax(y, 1), target);");
}
