using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.LogitThresholdFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class LogitThresholdFixTests
{
    private const string Train = "var s = Linear(3, 1).call(x);\nvar loss = functional.binary_cross_entropy_with_logits(s, target);\n";

    [Fact]
    public Task Operator_ComparesWithTheLogit() => Verify.TorchAsync(
        Train + "return {|LGT2001:s|} > 0.5;",
        Train + "return s > 0;");

    [Fact]
    public Task Method_ComparesWithTheLogitOfItsType() => Verify.TorchAsync(
        Train + "return {|LGT2001:s|}.gt(0.3f);",
        Train + "return s.gt(-0.8473f);");

    [Fact]
    public Task LogProbability_ComparesWithTheLogarithm() => Verify.TorchAsync(
        "return {|LGT2001:functional.log_softmax(x, 1)|} > 0.5;",
        "return functional.log_softmax(x, 1) > -0.6931;");

    [Fact]
    public Task Sigmoid_First() => Verify.TorchAsync(
        Train + "return {|LGT2001:s|} > 0.5;",
        Train + "return sigmoid(s) > 0.5;",
        LogitThresholdFix.Normalise);

    [Fact]
    public Task NamedThreshold_StaysAsItIs() => Verify.TorchNotOfferedAsync(
        "const double limit = 0.5;\n" + Train + "return {|LGT2001:s|} > limit;",
        LogitThresholdFix.Rescale);

    [Fact]
    public Task Several_AtOnce() => Verify.TorchAsync(
        Train + "return ({|LGT2001:s|} > 0.5) * ({|LGT2001:s|} < 0.9);",
        Train + "return (s > 0) * (s < 2.1972);");
}
