using System.Threading.Tasks;
using Logits.Analyzers.Tests.Meta;
using Logits.CodeFixes;
using Xunit;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>The fixes of LGT7003 and LGT7004.</summary>
public class AnnotationFixTests
{
    private const string Usings = "using Logits.Annotations;\nusing TorchSharp;\nusing static TorchSharp.torch;\n\n";

    [Fact]
    public Task Method_SaysWhatItReturns() => VerifyAsync<UnannotatedFix>(
        "public class C\n{\n    // Chances.\n    public {|LGT7004:Tensor|} Predict(Tensor x) => x.softmax(1);\n}\n",
        "public class C\n{\n    // Chances.\n    [return: Probabilities(Link.Softmax)]\n    public Tensor Predict(Tensor x) => x.softmax(1);\n}\n");

    [Fact]
    public Task Parameter_RepeatsWhatItInherits() => VerifyAsync<OverrideChangesKindFix>(
        "interface IModel\n{\n    void Fit([Probabilities] Tensor x);\n}\n\nclass Model : IModel\n{\n    public void Fit({|LGT7003:[Logits] Tensor x|})\n    {\n    }\n}\n",
        "interface IModel\n{\n    void Fit([Probabilities] Tensor x);\n}\n\nclass Model : IModel\n{\n    public void Fit([Probabilities] Tensor x)\n    {\n    }\n}\n");

    [Fact]
    public Task Override_RepeatsWhatItInherits() => VerifyAsync<OverrideChangesKindFix>(
        "abstract class B\n{\n    [return: LogProbabilities]\n    public abstract Tensor Predict(Tensor x);\n}\n\nclass Model : B\n{\n    [return: Logits]\n    public override {|LGT7003:Tensor|} Predict(Tensor x) => x;\n}\n",
        "abstract class B\n{\n    [return: LogProbabilities]\n    public abstract Tensor Predict(Tensor x);\n}\n\nclass Model : B\n{\n    [return: LogProbabilities]\n    public override Tensor Predict(Tensor x) => x;\n}\n");

    private static Task VerifyAsync<TFix>(string source, string mended)
        where TFix : LogitsFix, new()
        => FixVerifier<TFix>.FilesAsync([Usings + source, Repository.Annotations], [Usings + mended, Repository.Annotations]);
}
