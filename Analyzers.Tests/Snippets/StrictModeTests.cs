using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Logits.Analyzers.Tests.Snippets;

/// <summary>Strict mode: a sink is verified, wrong, or said to be not verified.</summary>
public sealed class StrictModeTests
{
    [Theory]
    [InlineData("functional.cross_entropy(Linear(4, 3).call(x), y);", "LGT0001")]
    [InlineData("functional.cross_entropy(x, y);", "LGT0002")]
    [InlineData("functional.cross_entropy(x.softmax(1), y);", "LGT1001")]
    [InlineData("CrossEntropyLoss().call(x, y);", "LGT0002")]
    [InlineData("functional.nll_loss(functional.log_softmax(x, 1), y);", "LGT0001")]
    public async Task EverySinkIsJudged(string statements, string id)
    {
        var findings = await Analysis.FindingsAsync(
            Analysis.TorchSharpUsings + $"class C {{ void M(Tensor x, Tensor y) {{ {statements} }} }}",
            ("LGT0001", ReportDiagnostic.Info),
            ("LGT0002", ReportDiagnostic.Warn));
        Assert.Equal(id, Assert.Single(findings).Id);
    }

    [Fact]
    public async Task BothAreOffByDefault() => Assert.Empty(await Analysis.FindingsAsync(Analysis.TorchSharpUsings + "class C { void M(Tensor x, Tensor y) { functional.cross_entropy(x, y); functional.cross_entropy(Linear(4, 3).call(x), y); } }"));
}
