using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ProbabilitiesToLogitsFix>;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>The conversion that a model ends with goes to where its result is read as probabilities, over members and documents.</summary>
public class MovedConversionTests
{
    private static string Net(string forward, string more = "") => Programs.TorchUsings + $$"""
        class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _fc = Linear(20, 5);{{more}}

            public Net() : base("net") => RegisterComponents();

            {{forward}}
        }
        """;

    private static string Users(string members) => Programs.TorchUsings + $$"""
        class Users
        {
            private readonly Net _net = new Net();

            {{members}}
        }
        """;

    private const string Softmax = "public override Tensor forward(Tensor x) => functional.softmax(_fc.call(x), 1);";
    private const string Bare = "public override Tensor forward(Tensor x) => _fc.call(x);";

    [Fact]
    public Task TrainingAlone_TheActivationGoes() => Verify.FilesAsync(
        [Net(Softmax), Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();")],
        [Net(Bare), Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();")]);

    [Fact]
    public Task TrainingAndValidation_AreOneEdit() => Verify.FilesAsync(
        [
            Net(Softmax),
            Users("""
                void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();

                    float Validate(Tensor x, Tensor y)
                    {
                        var output = _net.call(x);
                        Console.WriteLine(output.argmax(1).eq(y).sum());
                        return functional.cross_entropy({|LGT1001:output|}, y).item<float>();
                    }
                """),
        ],
        [
            Net(Bare),
            Users("""
                void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();

                    float Validate(Tensor x, Tensor y)
                    {
                        var output = _net.call(x);
                        Console.WriteLine(output.argmax(1).eq(y).sum());
                        return functional.cross_entropy(output, y).item<float>();
                    }
                """),
        ]);

    [Fact]
    public Task WhereProbabilitiesAreRead_TheActivationArrives() => Verify.FilesAsync(
        [
            Net(Softmax),
            Users("""
                void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();

                    public Tensor Predict(Tensor x) => _net.call(x);

                    void Show(Tensor x)
                    {
                        var chances = _net.forward(x);
                        Console.WriteLine(chances[0, 1].item<float>());
                        Console.WriteLine(chances.argmax(1));
                    }
                """),
        ],
        [
            Net(Bare),
            Users("""
                void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();

                    public Tensor Predict(Tensor x) => functional.softmax(_net.call(x), 1);

                    void Show(Tensor x)
                    {
                        var chances = _net.forward(x);
                        Console.WriteLine(functional.softmax(chances, 1)[0, 1].item<float>());
                        Console.WriteLine(chances.argmax(1));
                    }
                """),
        ]);

    [Fact]
    public Task BehindAHelper_TheHelpersCallersAreLookedAt() => FixVerifier<LogProbabilitiesToLogitsFix>.FilesAsync(
        [
            Net("public override Tensor forward(Tensor x)\n    {\n        x = _fc.call(x);\n        x = x.log_softmax(1);\n        return x;\n    }"),
            Users("""
                Tensor Output(Tensor x) => _net.call(x);

                    void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1006:Output(x)|}, y).backward();

                    double Chance(Tensor x) => Math.Exp(Output(x)[0, 0].item<float>());
                """),
        ],
        [
            Net("public override Tensor forward(Tensor x)\n    {\n        x = _fc.call(x);\n        return x;\n    }"),
            Users("""
                Tensor Output(Tensor x) => _net.call(x);

                    void Fit(Tensor x, Tensor y) => functional.cross_entropy(Output(x), y).backward();

                    double Chance(Tensor x) => Math.Exp(Output(x).log_softmax(1)[0, 0].item<float>());
                """),
        ]);

    [Fact]
    public Task ALayerThatIsCalledLast_IsLeftOut() => Verify.FilesAsync(
        [
            Net("public override Tensor forward(Tensor x) => _softmax.call(_fc.call(x));", "\n    private readonly Softmax _softmax = Softmax(1);"),
            Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();\n\n    float First(Tensor x) => _net.call(x)[0, 0].item<float>();"),
        ],
        [
            Net("public override Tensor forward(Tensor x) => _fc.call(x);", "\n    private readonly Softmax _softmax = Softmax(1);"),
            Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();\n\n    float First(Tensor x) => functional.softmax(_net.call(x), 1)[0, 0].item<float>();"),
        ]);

    [Fact]
    public Task TheLastOfASequence_IsTakenOut() => Verify.FilesAsync(
        [
            Net("public override Tensor forward(Tensor x) => _layers.call(x);", "\n    private readonly Sequential _layers = Sequential(Linear(20, 5), Softmax(1));"),
            Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();"),
        ],
        [
            Net("public override Tensor forward(Tensor x) => _layers.call(x);", "\n    private readonly Sequential _layers = Sequential(Linear(20, 5));"),
            Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();"),
        ]);

    [Fact]
    public Task ALossThatArrivesAsAParameter_IsTaken() => Verify.FilesAsync(
        [
            Net(Softmax),
            Users("""
                static float Step(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y)
                    {
                        var output = model.call(x);
                        return loss.call(output, y).item<float>();
                    }

                    float Fit(Tensor x, Tensor y) => {|LGT1001:Step(_net, CrossEntropyLoss(), x, y)|};
                """),
        ],
        [
            Net(Bare),
            Users("""
                static float Step(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y)
                    {
                        var output = model.call(x);
                        return loss.call(output, y).item<float>();
                    }

                    float Fit(Tensor x, Tensor y) => Step(_net, CrossEntropyLoss(), x, y);
                """),
        ]);

    /// <summary>A host that mends without an action in hand, because another rule's finding came first, gets the safe mend.</summary>
    [Fact]
    public async Task WithoutAnActionInHand_TheSafeMendIsTaken()
    {
        using var workspace = new AdhocWorkspace();
        var document = TestedSolution.AddProject(workspace.CurrentSolution, "Test")
            .AddDocument("Net.cs", Programs.TorchUsings + "class C { Tensor M(Tensor x, Tensor y) => functional.cross_entropy(functional.softmax(x, 1), y); }");
        Assert.Equal("Pass the logits", (await TestedSolution.SafeMendAsync(document))?.Title);
    }

    /// <summary>An editor shows a project the sources of another, which are not to be asked of the first.</summary>
    [Fact]
    public async Task AReaderInAnotherProject_GetsTheConverted()
    {
        using var workspace = new AdhocWorkspace();
        var library = TestedSolution.AddProject(workspace.CurrentSolution, "Metrics")
            .AddDocument("Metrics.cs", Programs.TorchUsings + "public static class Metrics { public static void Show(Tensor chances) => Console.WriteLine(chances[0, 0].item<float>()); }");
        var document = TestedSolution.AddProject(library.Project.Solution, "Test")
            .AddProjectReference(new ProjectReference(library.Project.Id))
            .AddDocument("Net.cs", Net(Softmax)).Project
            .AddDocument("Users.cs", Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy(_net.call(x), y).backward();\n\n    void Report(Tensor x) => Metrics.Show(_net.call(x));"));
        var mend = await TestedSolution.SafeMendAsync(document);
        Assert.NotNull(mend);
        Assert.Equal(["_fc.call(x)", "functional.softmax(_net.call(x), 1)"], mend.Edits.Select(edit => edit.Replace(edit.Node)!.ToString()));
    }

    [Fact]
    public Task AReaderByABaseType_MayBeOfAnotherModel() => Verify.FilesNotOfferedAsync(
        Net(Softmax),
        Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();\n\n    float First(Module<Tensor, Tensor> any, Tensor x) => any.call(x)[0, 0].item<float>();"));

    [Fact]
    public Task AModelInAListOfLayers_IsReadWhereNobodySees() => Verify.FilesNotOfferedAsync(
        Net(Softmax),
        Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();\n\n    Sequential Deep() => Sequential(new Net(), Linear(5, 5));"));

    [Fact]
    public Task AModelWhoseForwardIsHandedOn_IsReadWhereNobodySees() => Verify.FilesNotOfferedAsync(
        Net(Softmax),
        Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();\n\n    Func<Tensor, Tensor> Predictor() => _net.forward;"));

    [Fact]
    public Task AnotherLossThatWantsProbabilities_GetsThem() => Verify.FilesAsync(
        [
            Net("public override Tensor forward(Tensor x) => torch.sigmoid(_fc.call(x));"),
            Users("void Fit(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits({|LGT1001:_net.call(x)|}, y).backward();\n\n    Tensor Measure(Tensor x, Tensor y) => functional.binary_cross_entropy(_net.call(x), y);"),
        ],
        [
            Net("public override Tensor forward(Tensor x) => _fc.call(x);"),
            Users("void Fit(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits(_net.call(x), y).backward();\n\n    Tensor Measure(Tensor x, Tensor y) => functional.binary_cross_entropy(sigmoid(_net.call(x)), y);"),
        ]);

    /// <summary>The helper is in one document and what makes its loss in another: neither is changed, and the loss would be wrong there.</summary>
    [Fact]
    public Task ALossElsewhereThatWantsTheConverted_KeepsTheConversion() => FixVerifier<LogProbabilitiesToLogitsFix>.FilesNotOfferedAsync(
        Net("public override Tensor forward(Tensor x) => functional.log_softmax(_fc.call(x), 1);"),
        Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1006:_net.call(x)|}, y).backward();"),
        Programs.TorchUsings + "static class Steps { public static void Step(Net net, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y) => loss.call(net.call(x), y).backward(); }",
        Programs.TorchUsings + "class Other { void Fit(Tensor x, Tensor y) => Steps.Step(new Net(), NLLLoss(), x, y); }");

    [Theory]
    [InlineData("Sequential Deep() => Sequential(_net, Linear(5, 5));")]
    [InlineData("Func<Tensor, Tensor> Predictor() => _net.call;")]
    public Task AModelThatGoesOutOfSight_IsReadWhereNobodySees(string member) => Verify.FilesNotOfferedAsync(
        Net(Softmax),
        Users("void Fit(Tensor x, Tensor y) => functional.cross_entropy({|LGT1001:_net.call(x)|}, y).backward();\n\n    " + member));

    [Fact]
    public Task ALossObjectThatWantsProbabilities_GetsThem() => Verify.FilesAsync(
        [
            Net("public override Tensor forward(Tensor x) => torch.sigmoid(_fc.call(x));"),
            Users("void Fit(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits({|LGT1001:_net.call(x)|}, y).backward();\n\n    Tensor Measure(Tensor x, Tensor y) => BCELoss().call(_net.call(x), y);"),
        ],
        [
            Net("public override Tensor forward(Tensor x) => _fc.call(x);"),
            Users("void Fit(Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits(_net.call(x), y).backward();\n\n    Tensor Measure(Tensor x, Tensor y) => BCELoss().call(sigmoid(_net.call(x)), y);"),
        ]);
}
