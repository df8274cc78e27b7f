using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.Analyzers.Tests.Meta;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Xunit;
using Verify = Logits.Analyzers.Tests.Fixes.FixVerifier<Logits.CodeFixes.ProbabilitiesToLogitsFix>;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>The conversion that a model ends with goes to its readers in all projects of the solution, or stays where it is.</summary>
public class MovedConversionAcrossProjectsTests
{
    private const string Softmax = "functional.softmax(_fc.call(x), 1)";
    private const string Bare = "_fc.call(x)";
    private const string Marked = "{|LGT1001:net.call(x)|}";

    private static string Net(string output) => Programs.TorchUsings + $$"""
        public class Net : Module<Tensor, Tensor>
        {
            private readonly Linear _fc = Linear(20, 5);

            public Net() : base("net") => RegisterComponents();

            public override Tensor forward(Tensor x) => {{output}};
        }
        """;

    private static string Trainer(string output, string more = "") => Class("Trainer", $"public static void Fit(Net net, Tensor x, Tensor y) => functional.cross_entropy({output}, y).backward();{more}");

    private static string Class(string name, string members) => Programs.TorchUsings + $$"""
        public static class {{name}}
        {
            {{members}}
        }
        """;

    /// <summary>The project of the model and its training, and what else is in it.</summary>
    private static TestedProject Model(string more = "", params string[] references)
        => new(TestedProject.Main, [Net(Softmax), Trainer(Marked, more)], [Net(Bare), Trainer("net.call(x)", more)], references);

    private static TestedProject Unmended(TestedProject project) => project with { Mended = project.Files };

    private static TestedProject Project(string name, string members, string mended, params string[] references)
        => new(name, [Class(name, members)], [Class(name, mended)], references);

    private static TestedProject Kept(string name, string members, params string[] references) => Project(name, members, members, references);

    private static Task NotOfferedAsync(string membersOfDependent)
        => Verify.SolutionAsync(Unmended(Model()), Kept("App", membersOfDependent, TestedProject.Main));

    [Fact]
    public Task ADependentThatReadsProbabilities_GetsThem() => Verify.SolutionAsync(
        Model(),
        Project(
            "App",
            "public static float First(Net net, Tensor x) => net.call(x)[0, 0].item<float>();",
            "public static float First(Net net, Tensor x) => functional.softmax(net.call(x), 1)[0, 0].item<float>();",
            TestedProject.Main));

    [Fact]
    public Task ADependentThatTrainsOrRanks_GetsTheLogits() => Verify.SolutionAsync(
        Model(),
        Kept("App", "public static void Fit(Net net, Tensor x, Tensor y) => functional.cross_entropy(net.call(x), y).backward();\n\n    public static Tensor Best(Net net, Tensor x) => net.call(x).argmax(1);", TestedProject.Main));

    [Fact]
    public Task WhatAMemberHandsOn_IsReadByItsCallersInOtherProjects() => Verify.SolutionAsync(
        Model("\n\n    public static Tensor Predict(Net net, Tensor x) => net.call(x);"),
        Project(
            "App",
            "public static float First(Net net, Tensor x) => Trainer.Predict(net, x)[0, 0].item<float>();",
            "public static float First(Net net, Tensor x) => functional.softmax(Trainer.Predict(net, x), 1)[0, 0].item<float>();",
            TestedProject.Main));

    [Fact]
    public Task ThreeProjectsInARow_TheLastReads() => Verify.SolutionAsync(
        Model(),
        Kept("Service", "public static Tensor Predict(Net net, Tensor x) => net.call(x);", TestedProject.Main),
        Project(
            "App",
            "public static float First(Net net, Tensor x) => Service.Predict(net, x)[0, 0].item<float>();",
            "public static float First(Net net, Tensor x) => functional.softmax(Service.Predict(net, x), 1)[0, 0].item<float>();",
            TestedProject.Main,
            "Service"));

    [Fact]
    public Task ThreeProjectsInARow_TheLastTrains() => Verify.SolutionAsync(
        Model(),
        Kept("Service", "public static Tensor Predict(Net net, Tensor x) => net.call(x);", TestedProject.Main),
        Kept("App", "public static void Fit(Net net, Tensor x, Tensor y) => functional.cross_entropy(Service.Predict(net, x), y).backward();", TestedProject.Main, "Service"));

    [Fact]
    public Task ThreeProjectsInARow_TheLastReadsUnseen() => Verify.SolutionAsync(
        Unmended(Model()),
        Kept("Service", "public static Tensor Predict(Net net, Tensor x) => net.call(x);", TestedProject.Main),
        Kept("App", "public static Func<Net, Tensor, Tensor> Predictor() => Service.Predict;", TestedProject.Main, "Service"));

    [Fact]
    public Task TwoDependents_OneReadsAndOneTrains() => Verify.SolutionAsync(
        Model(),
        Project(
            "App",
            "public static Tensor Chances(Net net, Tensor x) => net.forward(x);",
            "public static Tensor Chances(Net net, Tensor x) => functional.softmax(net.forward(x), 1);",
            TestedProject.Main),
        Kept("Tuning", "public static void Fit(Net net, Tensor x, Tensor y) => CrossEntropyLoss().call(net.call(x), y).backward();", TestedProject.Main));

    [Fact]
    public Task ADependentsLossThatWantsProbabilities_GetsThem() => Verify.SolutionAsync(
        new TestedProject(
            TestedProject.Main,
            [Net("torch.sigmoid(_fc.call(x))"), Class("Trainer", "public static Tensor Loss(Net net, Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits({|LGT1001:net.call(x)|}, y);")],
            [Net(Bare), Class("Trainer", "public static Tensor Loss(Net net, Tensor x, Tensor y) => functional.binary_cross_entropy_with_logits(net.call(x), y);")]),
        Project(
            "App",
            "public static void Fit(Net net, BCELoss loss, Tensor x, Tensor y) => loss.call(net.call(x), y).backward();",
            "public static void Fit(Net net, BCELoss loss, Tensor x, Tensor y) => loss.call(sigmoid(net.call(x)), y).backward();",
            TestedProject.Main));

    [Fact]
    public Task ADependentsLossThatMayBeAny_KeepsTheConversion() => NotOfferedAsync(
        "public static void Fit(Net net, Loss<Tensor, Tensor, Tensor> loss, Tensor x, Tensor y) => loss.call(net.call(x), y).backward();");

    [Fact]
    public Task AMemberThatPromisesProbabilities_KeepsItsPromise() => Verify.SolutionAsync(
        Model(),
        new TestedProject("Service", [Service("net.call(x)"), Repository.Annotations], [Service("functional.softmax(net.call(x), 1)"), Repository.Annotations], TestedProject.Main),
        Kept("App", "public static float First(Net net, Tensor x) => Service.Predict(net, x)[0, 0].item<float>();", TestedProject.Main, "Service"));

    private static string Service(string output)
        => Class("Service", $"[return: Logits.Annotations.Probabilities(Logits.Annotations.Link.Softmax)]\n    public static Tensor Predict(Net net, Tensor x) => {output};");

    [Theory]
    [InlineData("public static float First(Module<Tensor, Tensor> any, Tensor x) => any.call(x)[0, 0].item<float>();")]
    [InlineData("public static float First<T>(T any, Tensor x) where T : Module<Tensor, Tensor> => any.call(x)[0, 0].item<float>();")]
    [InlineData("public static float First(Net net, Tensor x) => ((Module<Tensor, Tensor>)net).call(x)[0, 0].item<float>();")]
    public Task ADependentThatReadsByABaseType_KeepsTheConversion(string members) => NotOfferedAsync(members);

    [Theory]
    [InlineData("public static Sequential Deep(Net net) => Sequential(net, Linear(5, 5));")]
    [InlineData("public static Sequential Deep() => Sequential(new Net(), Linear(5, 5));")]
    [InlineData("public static Sequential Deep(Net net)\n    {\n        Module<Tensor, Tensor> any = net;\n        return Sequential(any, Linear(5, 5));\n    }")]
    [InlineData("public static Net[] Ensemble(Net net) => new[] { net };")]
    [InlineData("public static Net[] Ensemble(Net net) => [net];")]
    public Task ADependentThatPutsTheModelOutOfSight_KeepsTheConversion(string members) => NotOfferedAsync(members);

    [Theory]
    [InlineData("public static Func<Tensor, Tensor> Predictor(Net net) => net.forward;")]
    [InlineData("public static Func<Tensor, Tensor> Predictor(Net net) => net.call;")]
    [InlineData("public static object First(dynamic net, Tensor x) => net.forward(x)[0, 0];")]
    [InlineData("public static float? First(Net? net, Tensor x) => net?.call(x)[0, 0].item<float>();")]
    public Task ADependentWhoseCallIsNotFollowed_KeepsTheConversion(string members) => NotOfferedAsync(members);

    [Fact]
    public Task ADependentThatOverrides_KeepsTheConversion() => NotOfferedAsync(
        "public static float First(Tensor x) => new Loud().call(x)[0, 0].item<float>();\n\n    private sealed class Loud : Net\n    {\n        public override Tensor forward(Tensor x) => base.forward(x) * 2;\n    }");

    [Fact]
    public Task ADependentThatHidesTheCall_ReadsItThere() => Verify.SolutionAsync(
        Model(),
        Project("App", Hiding("base.call(x)"), Hiding("functional.softmax(base.call(x), 1)"), TestedProject.Main));

    private static string Hiding(string output)
        => $"public static float First(Tensor x) => new Doubled().call(x)[0, 0].item<float>();\n\n    private sealed class Doubled : Net\n    {{\n        public new Tensor call(Tensor x) => {output} * 2;\n    }}";

    [Fact]
    public Task ADependentThatCallsByAnInterfaceOfItsOwn_KeepsTheConversion() => NotOfferedAsync(
        "public static float First(IPredictor any, Tensor x) => any.forward(x)[0, 0].item<float>();\n\n    public interface IPredictor\n    {\n        Tensor forward(Tensor x);\n    }\n\n    private sealed class Predictor : Net, IPredictor\n    {\n    }");

    [Fact]
    public Task AProjectThatIsHandedTheModel_KeepsTheConversion() => Verify.SolutionAsync(
        Unmended(Model("\n\n    public static float First(Net net, Tensor x) => Metrics.First(net, x);", "Metrics")),
        Kept("Metrics", "public static float First(Module<Tensor, Tensor> any, Tensor x) => any.call(x)[0, 0].item<float>();"));

    [Fact]
    public async Task ADependentInAnotherLanguage_KeepsTheConversion()
    {
        using var workspace = new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies.Add(typeof(ForeignLanguage).Assembly)));
        var document = AddModel(workspace.CurrentSolution, "Model", "Net.cs");
        Assert.NotNull(await TestedSolution.SafeMendAsync(document));

        var solution = document.Project.Solution.AddProject("Script", "Script", ForeignLanguage.Name).AddProjectReference(new ProjectReference(document.Project.Id)).Solution;
        Assert.Null(await TestedSolution.SafeMendAsync(solution.GetDocument(document.Id)!));
    }

    [Fact]
    public async Task ADependentOnTheBuiltAssembly_KeepsTheConversion()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddModel(workspace.CurrentSolution, "Model", "Net.cs");
        using var image = new MemoryStream();
        Assert.True((await document.Project.GetCompilationAsync())!.Emit(image).Success);
        image.Position = 0;

        var solution = TestedSolution.AddProject(document.Project.Solution, "App").AddMetadataReference(MetadataReference.CreateFromStream(image)).Solution;
        Assert.Null(await TestedSolution.SafeMendAsync(solution.GetDocument(document.Id)!));
    }

    /// <summary>A project for two frameworks is two projects over the same files; the dependent of the one is no dependent of the other.</summary>
    [Fact]
    public async Task AProjectForTwoFrameworks_IsMendedForBoth()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddModel(workspace.CurrentSolution, "Model", "Net.cs");
        var other = AddModel(document.Project.Solution, "Model", "Net.cs");
        var solution = TestedSolution.AddProject(other.Project.Solution, "App")
            .AddProjectReference(new ProjectReference(other.Project.Id))
            .AddDocument("App.cs", Class("App", "public static float First(Net net, Tensor x) => net.call(x)[0, 0].item<float>();"), filePath: "App.cs").Project.Solution;

        var mend = await TestedSolution.SafeMendAsync(solution.GetDocument(document.Id)!);
        Assert.NotNull(mend);
        Assert.Equal([Bare, Bare, "functional.softmax(net.call(x), 1)"], mend.Edits.Select(edit => edit.Replace(edit.Node)!.ToString()).Order());
        Assert.Equal(3, mend.Edits.Select(edit => edit.Node.SyntaxTree).Distinct().Count());
    }

    [Fact]
    public async Task AFileThatAStrangerShares_KeepsTheConversion()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddModel(workspace.CurrentSolution, "Model", "Net.cs");
        var app = Class("App", "public static float First(Net net, Tensor x) => net.call(x)[0, 0].item<float>();");
        var solution = TestedSolution.AddProject(document.Project.Solution, "App").AddProjectReference(new ProjectReference(document.Project.Id)).AddDocument("App.cs", app, filePath: "App.cs").Project.Solution;
        Assert.NotNull(await TestedSolution.SafeMendAsync(solution.GetDocument(document.Id)!));

        solution = TestedSolution.AddProject(solution, "Stranger")
            .AddDocument("App.cs", app, filePath: "App.cs").Project
            .AddDocument("Own.cs", Programs.TorchUsings + "public class Net { public Tensor call(Tensor x) => x; }", filePath: "Own.cs").Project.Solution;
        Assert.Null(await TestedSolution.SafeMendAsync(solution.GetDocument(document.Id)!));
    }

    private static Document AddModel(Solution solution, string name, string path)
        => TestedSolution.AddProject(solution, name).AddDocument(path, Net(Softmax) + "\n\n" + Trainer("net.call(x)").Substring(Programs.TorchUsings.Length), filePath: path);
}
