using System;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Logits.Analyzers.Tests.TestingTests;

public class DefaultVerifierTests
{
    private readonly IVerifier verifier = new DefaultVerifier();

    [Theory]
    [InlineData("a\nb\nc", "a\nx\nc", " a\n-b\n+x\n c\n")]
    [InlineData("a\nb", "a\nb\nc", " a\n b\n+c\n")]
    [InlineData("a\nb", "b", "-a\n b\n")]
    public void EqualOrDiff_ShowsTheLinesThatDiffer(string expected, string actual, string diff)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => verifier.EqualOrDiff(expected, actual, "Texts differ:"));
        Assert.Equal("Texts differ:\n" + diff, failure.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void EqualOrDiff_ShowsLineEndingsWhereOnlyTheseDiffer()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => verifier.EqualOrDiff("a\r\nb", "a\nb"));
        Assert.Contains("-a<CR>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_IsInTheMessage()
    {
        IVerifier inner = verifier.PushContext("Outer").PushContext("Inner");
        var failure = Assert.Throws<InvalidOperationException>(() => inner.Fail("Reason"));
        Assert.Equal("Context: Outer\nContext: Inner\nReason", failure.Message.ReplaceLineEndings("\n"));
    }
}
