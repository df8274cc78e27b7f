using System;
using System.Threading.Tasks;
using Xunit;

namespace Logits.Analyzers.Tests.TestingTests;

internal static class Failing
{
    /// <summary>Asserts that a test fails, and for the reason that is meant.</summary>
    public static async Task AssertAsync(string reason, Func<Task> test)
    {
        Exception failure = await Assert.ThrowsAnyAsync<Exception>(test);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }
}
