using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogProbabilitiesToProbabilitiesFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogProbabilitiesToProbabilitiesFixTests
{
    [Fact]
    public Task Inline_TakesTheExponential() => Verify.TorchAsync(
        "return functional.binary_cross_entropy({|LGT1004:functional.logsigmoid(x)|}, target);",
        "return functional.binary_cross_entropy(functional.logsigmoid(x).exp(), target);");

    [Fact]
    public Task Local_TakesTheExponential() => Verify.TorchAsync(
        "var output = functional.log_softmax(x, 1);\nreturn torch.multinomial({|LGT1004:output|}, 1);",
        "var output = functional.log_softmax(x, 1);\nreturn torch.multinomial(output.exp(), 1);");

    [Fact]
    public Task Divergence_IsToldOfItsTarget() => Verify.TorchAsync(
        "return functional.kl_div(functional.log_softmax(x, 1), {|LGT1004:functional.log_softmax(y, 1)|}, log_target: false);",
        "return functional.kl_div(functional.log_softmax(x, 1), functional.log_softmax(y, 1), log_target: true);");

    [Fact]
    public Task FunctionWithoutASwitch_IsNotTold() => Verify.TorchNotOfferedAsync(
        "return functional.binary_cross_entropy({|LGT1004:functional.logsigmoid(x)|}, target);",
        LogProbabilitiesToProbabilitiesFix.TellTarget);

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        "var a = functional.binary_cross_entropy({|LGT1004:functional.logsigmoid(x)|}, target);\nreturn a + functional.binary_cross_entropy({|LGT1004:functional.logsigmoid(y)|}, target);",
        "var a = functional.binary_cross_entropy(functional.logsigmoid(x).exp(), target);\nreturn a + functional.binary_cross_entropy(functional.logsigmoid(y).exp(), target);");
}
