using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.TestingTests.Toys;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Logits.Analyzers.Tests.TestingTests.Toys.ZeroAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Logits.Analyzers.Tests.TestingTests;

/// <summary>What markup means.</summary>
public class MarkupTests
{
    [Theory]
    [InlineData("abc", "abc", "")]
    [InlineData("a[|b|]c", "abc", ":1-2")]
    [InlineData("a{|X:b|}c", "abc", "X:1-2")]
    [InlineData("[|a{|X:b|}|]c", "abc", ":0-2 X:1-2")]
    [InlineData("{|X:a|}{|X:b|}c", "abc", "X:0-1 X:1-2")]
    [InlineData("{|X:{|Y:ab|}|}c", "abc", "X:0-2 Y:0-2")]
    [InlineData("{|X:a{|#0:b|}c|#0}", "abc", "#0:1-3 X:0-2")]
    [InlineData("{|#0:a|}{|#1:b|}c", "abc", "#0:0-1 #1:1-2")]
    [InlineData("int[|[]|] x", "int[] x", ":3-5")]
    [InlineData("[|int[|]", "int[", ":0-4")]
    [InlineData("{|X:int[|}", "int[", "X:0-4")]
    [InlineData("a || b |= c", "a || b |= c", "")]
    public void Spans(string input, string output, string expected)
    {
        TestFileMarkupParser.GetSpans(input, treatPositionIndicatorsAsCode: false, out string actual, out var spans);
        Assert.Equal(output, actual);
        Assert.Equal(expected, Describe(spans));
    }

    [Fact]
    public void Positions()
    {
        TestFileMarkupParser.GetPositionsAndSpans("a$$b[|$$c|]", out string output, out ImmutableArray<int> positions, out var spans);
        Assert.Equal("abc", output);
        Assert.Equal<int>([1, 2], positions);
        Assert.Equal(":2-3", Describe(spans));
    }

    [Fact]
    public void PositionsAsCode()
    {
        TestFileMarkupParser.GetSpans("$$[|a|]", treatPositionIndicatorsAsCode: true, out string output, out var spans);
        Assert.Equal("$$a", output);
        Assert.Equal(":2-3", Describe(spans));
    }

    [Theory]
    [InlineData("class C { int P => [|0; }")]
    [InlineData("class C { int P => 0|]; }")]
    [InlineData("class C { int P => |]0[|; }")]
    [InlineData("class C { int P => {|#0:0|#1}; }")]
    public Task MismatchedMarkup_Fails(string source) =>
        Assert.ThrowsAsync<ArgumentException>(() => VerifyCS.VerifyAnalyzerAsync(source));

    [Fact]
    public Task IdWithTwoDescriptors_Fails() => Failing.AssertAsync(
        "Multiple diagnostic descriptors with ID TOY001 were found.",
        () => CSharpAnalyzerVerifier<TwinAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int P => {|TOY001:0|}; }"));

    [Fact]
    public Task NoIdWithTwoDescriptors_Fails() => Failing.AssertAsync(
        "Markup syntax can only omit the diagnostic ID if the first analyzer only supports a single diagnostic.",
        () => CSharpAnalyzerVerifier<TwinAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync("class C { int P => [|0|]; }"));

    [Theory]
    [InlineData("class C { int P => [|0|]; }")]
    [InlineData("class C { int P => {|TOY001:0|}; }")]
    public Task FirstDescriptor_Passes(string source) => new CSharpAnalyzerTest<TwinAnalyzer, DefaultVerifier>
    {
        TestCode = source,
        MarkupOptions = MarkupOptions.UseFirstDescriptor,
    }.RunAsync();

    [Fact]
    public Task MarkupThatIsOff_StaysInTheSource() => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { string P => \"[|$$|]\"; }" },
            MarkupHandling = MarkupMode.None,
        },
    }.RunAsync();

    [Fact]
    public Task KeyThatIsNotInTheSource_Fails() => Failing.AssertAsync(
        "The markup location '#3' was not found in the input.",
        () => VerifyCS.VerifyAnalyzerAsync(
            "class C { int P => {|#0:0|}; }", VerifyCS.Diagnostic().WithLocation(3).WithArguments("P")));

    [Fact]
    public Task KeyInTwoFiles_Fails() => Failing.AssertAsync(
        "Input contains multiple markup locations with key '#0'",
        () => new CSharpAnalyzerTest<ZeroAnalyzer, DefaultVerifier>
        {
            TestState = { Sources = { "class {|#0:C|};", "class {|#0:D|};" } },
        }.RunAsync());

    private static string Describe(ImmutableDictionary<string, ImmutableArray<TextSpan>> spans) => string.Join(
        ' ',
        spans.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Select(span => $"{pair.Key}:{span.Start}-{span.End}")));
}
