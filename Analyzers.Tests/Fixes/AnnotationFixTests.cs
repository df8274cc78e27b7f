using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.Analyzers.Tests.Meta;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
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
    {
        var test = new CSharpCodeFixTest<LogitsAnalyzer, TFix, DefaultVerifier> { TestCode = Usings + source, FixedCode = Usings + mended };
        var declarations = Repository.Text("Package/annotations/Logits.Annotations.cs");
        test.TestState.Sources.Add(("Annotations.cs", declarations));
        test.FixedState.Sources.Add(("Annotations.cs", declarations));
        test.DisabledDiagnostics.Add("LGT0001");
        test.DisabledDiagnostics.Add("LGT0002");
        test.TestState.AdditionalReferences.Add(LibrarySources.TorchSharpReference);
        return test.RunAsync();
    }
}
