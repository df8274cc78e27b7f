using System.Threading.Tasks;
using Logits.Analyzers.Tests.TestingTests.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Logits.Analyzers.Tests.TestingTests.Toys.ZeroAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Logits.Analyzers.Tests.TestingTests;

/// <summary>What tests of analyzers accept and what they reject.</summary>
public class AnalyzerTestTests
{
    private const string Keys = "class C { int {|#1:P|} => {|#0:0|}; }";
    private const string Mismatch = "Mismatch between number of diagnostics returned, ";

    [Theory]
    [InlineData("class C { int P => 1; }")]
    [InlineData("class C { int P => [|0|]; }")]
    [InlineData("class C { int P => $$0; }")]
    [InlineData("class C { int P => {|TOY001:0|}; int Q => {|TOY001:0|}; }")]
    [InlineData("class C { int P => {|CS0103:missing|} + [|0|]; }")]
    public Task RightMarkup_Passes(string source) => VerifyCS.VerifyAnalyzerAsync(source);

    [Fact]
    public Task RightDiagnostic_Passes() =>
        VerifyCS.VerifyAnalyzerAsync(Keys, VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("P"));

    [Fact]
    public Task RightSpan_Passes() => VerifyCS.VerifyAnalyzerAsync(
        "class C { int P => 0; }",
        VerifyCS.Diagnostic(ToyAnalyzer.Id).WithSpan(1, 20, 1, 21).WithSpan("/0/Test0.cs", 1, 15, 1, 16).WithArguments("P"));

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public Task ExpectationThatSaysLess_LeavesTheDiagnosticThatAnotherNeeds(string needed)
    {
        DiagnosticResult any = CSharpAnalyzerVerifier<TwiceAnalyzer, DefaultVerifier>.Diagnostic().WithLocation(0);
        return CSharpAnalyzerVerifier<TwiceAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(
            "class C { int P => {|#0:0|}; }", any.WithMessage(null), any.WithArguments(needed));
    }

    [Fact]
    public async Task ExpectationsInAnyOrder_Pass()
    {
        var test = new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
        {
            TestCode = "class C { int P => {|#0:0|}; int Q => {|#1:0|}; }",
            ExpectedDiagnostics =
            {
                Any().WithLocation(1).WithArguments("Q"),
                Any().WithLocation(0).WithArguments("P"),
            },
        };
        await test.RunAsync();

        static DiagnosticResult Any() => new DiagnosticResult(ToyAnalyzer.Id, DiagnosticSeverity.Warning)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
    }

    [Fact]
    public Task SpanThatStartsElsewhere_Fails() => Failing.AssertAsync(
        "Expected diagnostic to start at column \"19\" was actually at column \"20\"",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P =>[| 0|]; }"));

    [Fact]
    public Task SpanThatEndsElsewhere_Fails() => Failing.AssertAsync(
        "Expected diagnostic to end at column \"22\" was actually at column \"21\"",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P => [|0;|] }"));

    [Fact]
    public Task MissingDiagnostic_Fails() => Failing.AssertAsync(
        Mismatch + "expected \"1\" actual \"0\"",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P => [|1|]; }"));

    [Fact]
    public Task ExtraDiagnostic_FailsAndSaysHowToExpectIt() => Failing.AssertAsync(
        "VerifyCS.Diagnostic().WithSpan(1, 20, 1, 21).WithSpan(1, 15, 1, 16).WithArguments(\"P\")",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P => 0; }"));

    [Fact]
    public Task WrongId_Fails() => Failing.AssertAsync(
        "Expected diagnostic id to be \"TOY002\" was \"TOY001\"",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P => {|TOY002:0|}; }"));

    [Fact]
    public Task WrongSeverity_Fails() => Failing.AssertAsync(
        "Expected diagnostic severity to be \"Error\" was \"Warning\"",
        () => VerifyCS.VerifyAnalyzerAsync(Keys, Right().WithSeverity(DiagnosticSeverity.Error)));

    [Fact]
    public Task WrongArgumentsOfDescriptor_Fail() => Failing.AssertAsync(
        "Expected diagnostic message to be \"Zero in 'Q'\" was \"Zero in 'P'\"",
        () => VerifyCS.VerifyAnalyzerAsync(Keys, Right().WithArguments("Q")));

    [Fact]
    public Task WrongArgumentsWithoutMessage_Fail() => Failing.AssertAsync(
        "Expected diagnostic message arguments to match",
        () => VerifyCS.VerifyAnalyzerAsync(Keys, Right().WithMessage(null).WithArguments("Q")));

    [Fact]
    public Task WrongMessage_Fails() => Failing.AssertAsync(
        "Expected diagnostic message to be \"Zero.\" was \"Zero in 'P'\"",
        () => VerifyCS.VerifyAnalyzerAsync(Keys, Right().WithMessage("Zero.")));

    [Fact]
    public Task WrongAdditionalLocation_Fails() => Failing.AssertAsync(
        "Expected diagnostic to start at column \"20\" was actually at column \"15\"",
        () => VerifyCS.VerifyAnalyzerAsync(
            Keys, VerifyCS.Diagnostic().WithLocation(0).WithLocation(0).WithArguments("P")));

    [Fact]
    public Task MissingAdditionalLocation_Fails() => Failing.AssertAsync(
        "Expected 0 additional locations but got 1",
        () => VerifyCS.VerifyAnalyzerAsync(Keys, VerifyCS.Diagnostic().WithLocation(0).WithArguments("P")));

    [Fact]
    public Task CompilerError_Fails() => Failing.AssertAsync(
        "DiagnosticResult.CompilerError(\"CS0103\").WithSpan(1, 20, 1, 27).WithArguments(\"missing\")",
        () => VerifyCS.VerifyAnalyzerAsync("class C { int P => missing; }"));

    [Fact]
    public async Task CompilerWarning_FailsOnlyWhereAskedFor()
    {
        const string Source = "class C { int unused; }";
        await VerifyCS.VerifyAnalyzerAsync(Source);
        await Failing.AssertAsync("CS0169", () => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
        {
            TestCode = Source,
            CompilerDiagnostics = CompilerDiagnostics.Warnings,
        }.RunAsync());
    }

    [Fact]
    public Task AnalyzerThatThrows_Fails() => Failing.AssertAsync(
        "AD0001",
        () => CSharpAnalyzerVerifier<ThrowingAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int P => 0; }"));

    [Fact]
    public Task RuleThatIsOffByDefault_IsOn() =>
        CSharpAnalyzerVerifier<DisabledAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int P => [|0|]; }");

    [Fact]
    public Task DisabledDiagnostic_IsNotReported() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestCode = "class C { int P => 0; }",
        DisabledDiagnostics = { ToyAnalyzer.Id },
    }.RunAsync();

    [Fact]
    public async Task DiagnosticInGeneratedCode_FailsUnlessAllowed()
    {
        await Failing.AssertAsync("<auto-generated>", () => Create().RunAsync());
        CSharpAnalyzerTest<GeneratedCodeAnalyzer, DefaultVerifier> test = Create();
        test.TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck;
        await test.RunAsync();

        static CSharpAnalyzerTest<GeneratedCodeAnalyzer, DefaultVerifier> Create() =>
            new() { TestCode = "class C { int P => [|0|]; }" };
    }

    [Fact]
    public Task DiagnosticThatNothingSuppresses_Passes() =>
        CSharpAnalyzerVerifier<NotConfigurableAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int P => [|0|]; }");

    [Fact]
    public async Task DiagnosticVerifier_SeesEachPair()
    {
        int calls = 0;
        await new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
        {
            TestCode = "class C { int P => [|0|]; }",
            DiagnosticVerifier = (actual, expected, verifier) =>
            {
                calls++;
                verifier.Equal(expected.Id, actual.Id);
            },
        }.RunAsync();
        Assert.NotEqual(0, calls);
    }

    [Fact]
    public Task TestWithoutSource_Fails() => Failing.AssertAsync(
        "'TestState.Sources' is empty", () => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>().RunAsync());

    private static DiagnosticResult Right() => VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("P");
}
