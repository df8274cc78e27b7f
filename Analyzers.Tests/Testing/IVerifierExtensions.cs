using System;

namespace Microsoft.CodeAnalysis.Testing;

public static class IVerifierExtensions
{
    public static void EqualOrDiff(this IVerifier verifier, string expected, string actual, string? message = null)
    {
        if (expected != actual)
        {
            verifier.Fail(
                (message ?? "Actual and expected values differ. Expected shown in baseline of diff:")
                + Environment.NewLine
                + LineDiff.Format(expected, actual));
        }
    }
}
