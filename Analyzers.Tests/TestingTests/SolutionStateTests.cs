using System.Threading.Tasks;
using Logits.Analyzers.Tests.TestingTests.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Logits.Analyzers.Tests.TestingTests;

/// <summary>The solution that the files of a test make.</summary>
public class SolutionStateTests
{
    [Fact]
    public Task Sources_HaveDefaultAndOwnPaths() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources =
            {
                "class C { int P => 0; }",
                "class D { int P => 0; }",
                ("/0/Folder/E.cs", "class E { int P => 0; }"),
            },
            ExpectedDiagnostics = { In("/0/Test0.cs"), In("/0/Test1.cs"), In("/0/Folder/E.cs") },
        },
    }.RunAsync();

    [Fact]
    public Task AdditionalAndConfigFiles_ReachTheAnalyzer() => new CSharpAnalyzerTest<AdditionalFileAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C;" },
            AdditionalFiles = { ("/0/catalogue.txt", "{|#0:a|}bc") },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ntoy.option = red\n") },
            ExpectedDiagnostics =
            {
                new DiagnosticResult(ToyAnalyzer.Id, DiagnosticSeverity.Warning)
                    .WithLocation(0).WithMessage("Zero in 'red'"),
            },
        },
    }.RunAsync();

    [Fact]
    public Task AdditionalProject_CanBeReferenced() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C : D { int P => [|0|]; }" },
            AdditionalProjectReferences = { "Library" },
            AdditionalProjects = { ["Library"] = { Sources = { "public class D { int P => [|0|]; }" } } },
        },
    }.RunAsync();

    [Fact]
    public Task AdditionalReference_IsVisible() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { Xunit.FactAttribute P; }" },
            AdditionalReferences = { typeof(FactAttribute).Assembly },
        },
    }.RunAsync();

    [Fact]
    public Task AssembliesOfTheTestItself_AreNotVisible() =>
        CSharpAnalyzerVerifier<ZeroAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("using {|CS0246:Xunit|};");

    [Fact]
    public Task OutputKind_CanBeAProgram() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "System.Console.WriteLine();" }, OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Fact]
    public Task SolutionTransform_IsApplied() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestCode = "{|CS8773:namespace|} N;",
        SolutionTransforms =
        {
            (solution, projectId) => solution.WithProjectParseOptions(
                projectId,
                ((CSharpParseOptions)solution.GetProject(projectId)!.ParseOptions!).WithLanguageVersion(LanguageVersion.CSharp9)),
        },
    }.RunAsync();

    private static DiagnosticResult In(string path) =>
        CSharpAnalyzerVerifier<ZeroAnalyzer, DefaultVerifier>.Diagnostic()
            .WithSpan(path, 1, 20, 1, 21).WithSpan(path, 1, 15, 1, 16).WithArguments("P");
}
