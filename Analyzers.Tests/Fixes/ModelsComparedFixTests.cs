using System.Threading.Tasks;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ModelsComparedFix>;

namespace Logits.Analyzers.Tests.Fixes;

public class ModelsComparedFixTests
{
    [Fact]
    public Task UnknownLink_HasNoMend() => Verify.TorchNotOfferedAsync(
        "var a = Linear(3, 1);\nvar b = Linear(3, 1);\nvar s = a.call(x);\nvar t = b.call(x);\n"
        + "var loss = functional.binary_cross_entropy_with_logits(s, target) + functional.binary_cross_entropy_with_logits(t, target);\nreturn {|LGT4001:s > t|};");
}
