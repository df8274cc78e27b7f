using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ModelsComparedFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class ModelsComparedFixTests
{
    private const string Models = "var a = Linear(3, 1);\nvar b = Linear(3, 1);\nvar s = a.call(x);\nvar t = b.call(x);\n";

    [Fact]
    public Task SigmoidModels_CompareProbabilities() => Verify.TorchAsync(
        Models + "var loss = functional.binary_cross_entropy_with_logits(s, target) + functional.binary_cross_entropy_with_logits(t, target);\nreturn {|LGT4001:s > t|};",
        Models + "var loss = functional.binary_cross_entropy_with_logits(s, target) + functional.binary_cross_entropy_with_logits(t, target);\nreturn sigmoid(s) > sigmoid(t);");

    [Fact]
    public Task UnlikeModels_HaveNoMend() => Verify.TorchNotOfferedAsync(
        Models + "var loss = functional.binary_cross_entropy_with_logits(s, target);\nvar p = torch.softmax(t.view(-1, 4), 1);\nvar q = torch.softmax(t, 0);\nreturn {|LGT4001:s > t|};");
}
