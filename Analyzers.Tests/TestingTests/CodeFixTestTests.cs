using System;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.TestingTests.Toys;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Logits.Analyzers.Tests.TestingTests.Toys.ZeroAnalyzer,
    Logits.Analyzers.Tests.TestingTests.Toys.OneFix,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Logits.Analyzers.Tests.TestingTests;

/// <summary>What tests of code fixes accept and what they reject.</summary>
public class CodeFixTestTests
{
    private const string Before = "class C { int P => [|0|]; int Q => [|0|]; }";
    private const string After = "class C { int P => 1; int Q => 1; }";

    [Fact]
    public Task RightFix_Passes() => VerifyCS.VerifyCodeFixAsync(Before, After);

    [Fact]
    public Task RightFix_PassesFullValidation()
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test = Create<OneFix>(Before, After);
        test.CodeActionValidationMode = CodeActionValidationMode.Full;
        return test.RunAsync();
    }

    [Fact]
    public Task RightFixOfDiagnostic_Passes() => VerifyCS.VerifyCodeFixAsync(
        "class C { int {|#1:P|} => {|#0:0|}; }",
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("P"),
        "class C { int P => 1; }");

    [Fact]
    public Task RightFixInTwoFiles_Passes()
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test = Create<OneFix>(Before, After);
        test.TestState.Sources.Add("class D { int P => [|0|]; }");
        test.FixedState.Sources.Add("class D { int P => 1; }");
        return test.RunAsync();
    }

    [Fact]
    public Task RightFixInTwoProjects_Passes()
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test = Create<OneFix>(Before, After);
        test.TestState.AdditionalProjects["Other"].Sources.Add("class D { int P => [|0|]; }");
        test.FixedState.AdditionalProjects["Other"].Sources.Add("class D { int P => 1; }");
        return test.RunAsync();
    }

    [Fact]
    public Task MarkupInFixedCode_IsThatOfTheRest() => VerifyCS.VerifyCodeFixAsync(
        "class C { int P => [|0|] + {|CS0103:missing|}; }", "class C { int P => 1 + {|CS0103:missing|}; }");

    [Fact]
    public Task FixedTextThatDiffers_FailsAndShowsTheDifference() => Failing.AssertAsync(
        "-class C { int P => 2; int Q => 1; }",
        () => VerifyCS.VerifyCodeFixAsync(Before, "class C { int P => 2; int Q => 1; }"));

    [Fact]
    public Task FixThatDoesNotCompile_Fails() => Failing.AssertAsync(
        "CS0103",
        () => Create<NotCompilingFix>("class C { int P => [|0|]; }", "class C { int P => missing; }").RunAsync());

    [Fact]
    public Task FixThatChangesNothing_Fails() => Failing.AssertAsync(
        "content of '/0/Test0.cs' did not match.", () => Create<UnchangedFix>(Before, After).RunAsync());

    [Fact]
    public Task FixThatIsNotExpected_Fails() => Assert.ThrowsAnyAsync<Exception>(
        () => Create<UnchangedFix>(Before, Before).RunAsync());

    [Fact]
    public Task FixThatBuildsAnImpossibleTree_Fails() => Failing.AssertAsync(
        "NumericLiteral", () => Create<ImpossibleTreeFix>(Before, After).RunAsync());

    [Fact]
    public Task FixThatBuildsAnImpossibleTree_PassesWithoutValidation()
    {
        CSharpCodeFixTest<ZeroAnalyzer, ImpossibleTreeFix, DefaultVerifier> test = Create<ImpossibleTreeFix>(Before, After);
        test.CodeActionValidationMode = CodeActionValidationMode.None;
        return test.RunAsync();
    }

    [Fact]
    public Task FixAllThatForgetsOne_Fails() => Failing.AssertAsync(
        "Fix all in document", () => Create<ForgetfulFixAllFix>(Before, After).RunAsync());

    [Fact]
    public Task FixAllThatForgetsOne_PassesWithEnoughIterations()
    {
        CSharpCodeFixTest<ZeroAnalyzer, ForgetfulFixAllFix, DefaultVerifier> test = Create<ForgetfulFixAllFix>(Before, After);
        test.NumberOfFixAllIterations = 2;
        return test.RunAsync();
    }

    [Fact]
    public Task FixAllThatDiffersFromTheExpectation_Fails()
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test = Create<OneFix>(Before, After);
        test.BatchFixedCode = "class C { int P => 1; int Q => 2; }";
        return Failing.AssertAsync("Fix all in document", () => test.RunAsync());
    }

    [Fact]
    public Task FixAllThatDiffersFromTheExpectation_PassesWhereItIsSkipped()
    {
        CSharpCodeFixTest<ZeroAnalyzer, ForgetfulFixAllFix, DefaultVerifier> test = Create<ForgetfulFixAllFix>(Before, After);
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public Task WrongNumberOfIterations_Fails(int iterations)
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test = Create<OneFix>(Before, After);
        test.NumberOfIncrementalIterations = iterations;
        return Assert.ThrowsAnyAsync<Exception>(() => test.RunAsync());
    }

    [Fact]
    public Task FixOne_FixesOne()
    {
        CSharpCodeFixTest<ZeroAnalyzer, OneFix, DefaultVerifier> test =
            Create<OneFix>(Before, "class C { int P => 1; int Q => [|0|]; }");
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        test.NumberOfIncrementalIterations = 1;
        return test.RunAsync();
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(null, "Two")]
    [InlineData(1, "Two")]
    public Task ActionThatIsChosen_IsApplied(int? index, string? key)
    {
        CSharpCodeFixTest<ZeroAnalyzer, ChoiceFix, DefaultVerifier> test =
            Create<ChoiceFix>(Before, "class C { int P => 2; int Q => 2; }");
        test.CodeActionIndex = index;
        test.CodeActionEquivalenceKey = key;
        test.CodeActionVerifier = (action, verifier) => verifier.Equal("Two", action.Title);
        return test.RunAsync();
    }

    [Fact]
    public Task IndexAndKeyOfDifferentActions_Fail()
    {
        CSharpCodeFixTest<ZeroAnalyzer, ChoiceFix, DefaultVerifier> test = Create<ChoiceFix>(Before, After);
        test.CodeActionIndex = 0;
        test.CodeActionEquivalenceKey = "Two";
        return Failing.AssertAsync(
            "The code action equivalence key and index must be consistent when both are specified.", () => test.RunAsync());
    }

    [Fact]
    public Task FixOfDiagnosticThatEditorsDoNotSee_Fails() => Failing.AssertAsync(
        "Code fix is attempting to provide a fix for a non-local analyzer diagnostic",
        () => CSharpCodeFixVerifier<CompilationEndAnalyzer, OneFix, DefaultVerifier>.VerifyCodeFixAsync(Before, After));

    [Fact]
    public Task DiagnosticWithoutFix_StaysWhereNothingIsFixed() =>
        CSharpCodeFixVerifier<ZeroAnalyzer, EmptyCodeFixProvider, DefaultVerifier>.VerifyCodeFixAsync(Before, Before);

    private static CSharpCodeFixTest<ZeroAnalyzer, TFix, DefaultVerifier> Create<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() =>
        new() { TestCode = before, FixedCode = after };
}
