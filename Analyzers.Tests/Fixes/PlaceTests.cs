using System.Threading.Tasks;
using Logits.CodeFixes;
using Xunit;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>What is written compiles wherever it is written, and stays out of other documents.</summary>
public class PlaceTests
{
    [Fact]
    public Task WithoutImports_NamesAreQualified() => VerifyAsync<LogOfSoftmaxFix>(
        "class C { TorchSharp.torch.Tensor M(TorchSharp.torch.Tensor x) => {|LGT5001:TorchSharp.torch.log(TorchSharp.torch.softmax(x, 1))|}; }",
        "class C { TorchSharp.torch.Tensor M(TorchSharp.torch.Tensor x) => TorchSharp.torch.nn.functional.log_softmax(x, 1); }");

    [Fact]
    public Task WithOneImport_NamesAreQualifiedFromThere() => VerifyAsync<LogOfSigmoidFix>(
        "using TorchSharp; class C { torch.Tensor M(torch.Tensor x) => {|LGT5002:torch.log(torch.sigmoid(x))|}; }",
        "using TorchSharp; class C { torch.Tensor M(torch.Tensor x) => torch.nn.functional.logsigmoid(x); }");

    [Fact]
    public Task WithFunctionsImported_NamesAreShort() => VerifyAsync<LogOfSoftmaxFix>(
        "using static TorchSharp.torch; using static TorchSharp.torch.nn.functional; class C { Tensor M(Tensor x) => {|LGT5001:log(softmax(x, 1))|}; }",
        "using static TorchSharp.torch; using static TorchSharp.torch.nn.functional; class C { Tensor M(Tensor x) => log_softmax(x, 1); }");

    [Fact]
    public Task AVariableNamedLikeTheLibrary_IsNotMistakenForIt() => VerifyAsync<LogOfSigmoidFix>(
        "using TorchSharp; class C { torch.Tensor M(torch.Tensor x) { var p = {|LGT5002:torch.log(torch.sigmoid(x))|}; return p; } int logsigmoid; }",
        "using TorchSharp; class C { torch.Tensor M(torch.Tensor x) { var p = torch.nn.functional.logsigmoid(x); return p; } int logsigmoid; }");

    [Fact]
    public Task Comments_Stay() => VerifyAsync<ProbabilitiesToLogitsFix>(
        """
        using static TorchSharp.torch;
        class C
        {
            Tensor M(Tensor x, Tensor target)
            {
                // The loss.
                return nn.functional.cross_entropy(
                    {|LGT1001:nn.functional.softmax(x, 1)|}, // (N, C)
                    target);
            }
        }
        """,
        """
        using static TorchSharp.torch;
        class C
        {
            Tensor M(Tensor x, Tensor target)
            {
                // The loss.
                return nn.functional.cross_entropy(
                    x, // (N, C)
                    target);
            }
        }
        """);

    private static Task VerifyAsync<TFix>(string source, string mended)
        where TFix : LogitsFix, new()
        => FixVerifier<TFix>.FilesAsync([source], [mended]);
}
