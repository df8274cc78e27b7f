using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Decides which expected diagnostic means which actual one.</summary>
internal static class DiagnosticMatcher
{
    /// <summary>Pairs diagnostics so that as few pairs as possible differ; both lists have the same length.</summary>
    public static IEnumerable<(Diagnostic Actual, DiagnosticResult Expected)> Match(
        IReadOnlyList<Diagnostic> actual, IReadOnlyList<DiagnosticResult> expected)
    {
        // An expectation that says little may fit the diagnostic that another one, saying more, needs.
        // So a pair once made is given up where its expectation finds another diagnostic (augmenting paths).
        var expectationOf = new int?[actual.Count];
        var unmatched = new List<DiagnosticResult>();
        for (int i = 0; i < expected.Count; i++)
        {
            if (!TryMatch(i, new bool[actual.Count]))
                unmatched.Add(expected[i]);
        }

        // The rest is paired in the order of the locations, for a failure that compares what is meant to be compared.
        using IEnumerator<DiagnosticResult> rest = unmatched
            .OrderBy(result => result.HasLocation ? result.Spans[0].Span.Path : string.Empty, StringComparer.Ordinal)
            .ThenBy(result => result.HasLocation ? result.Spans[0].Span.StartLinePosition : default)
            .GetEnumerator();
        for (int j = 0; j < actual.Count; j++)
        {
            if (expectationOf[j] is { } i)
                yield return (actual[j], expected[i]);
            else if (rest.MoveNext())
                yield return (actual[j], rest.Current);
        }

        bool TryMatch(int i, bool[] tried)
        {
            for (int j = 0; j < actual.Count; j++)
            {
                if (tried[j] || FindDifference(actual[j], expected[i]) is not null)
                    continue;

                tried[j] = true;
                if (expectationOf[j] is not { } other || TryMatch(other, tried))
                {
                    expectationOf[j] = i;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>What differs first; null where the diagnostic is the expected one.</summary>
    public static string? FindDifference(Diagnostic actual, DiagnosticResult expected)
    {
        if (FindLocationDifference(actual, expected) is { } difference)
            return difference;
        if (actual.Id != expected.Id)
            return $"Expected diagnostic id to be \"{expected.Id}\" was \"{actual.Id}\"";
        if (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && actual.Severity != expected.Severity)
            return $"Expected diagnostic severity to be \"{expected.Severity}\" was \"{actual.Severity}\"";

        if (expected.Message is { } message)
        {
            string actualMessage = actual.GetMessage(CultureInfo.InvariantCulture);
            return message == actualMessage ? null : $"Expected diagnostic message to be \"{message}\" was \"{actualMessage}\"";
        }

        return expected.MessageArguments is not { Length: > 0 } arguments
            || DiagnosticExtensions.ToTexts(arguments).SequenceEqual(actual.GetArgumentTexts())
                ? null
                : "Expected diagnostic message arguments to match";
    }

    private static string? FindLocationDifference(Diagnostic actual, DiagnosticResult expected)
    {
        if (!expected.HasLocation)
            return actual.Location == Location.None ? null : "Expected a project diagnostic with no location:";

        bool ignoreAdditional = expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations);
        int additional = expected.Spans.Length - 1;
        if (!ignoreAdditional && actual.AdditionalLocations.Count != additional)
            return $"Expected {additional} additional locations but got {actual.AdditionalLocations.Count} for Diagnostic:";

        IEnumerable<Location> locations = ignoreAdditional ? [actual.Location] : [actual.Location, .. actual.AdditionalLocations];
        return locations.Zip(expected.Spans, FindDifference).FirstOrDefault(difference => difference is not null);
    }

    private static string? FindDifference(Location actual, DiagnosticLocation expected)
    {
        FileLinePositionSpan span = actual.GetLineSpan();
        if (span.Path != expected.Span.Path)
            return $"Expected diagnostic to be in file \"{expected.Span.Path}\" was actually in file \"{span.Path}\"";

        return FindDifference("start", span.StartLinePosition, expected.Span.StartLinePosition)
            ?? (expected.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
                ? null
                : FindDifference("end", span.EndLinePosition, expected.Span.EndLinePosition));
    }

    private static string? FindDifference(string side, LinePosition actual, LinePosition expected)
    {
        if (actual.Line != expected.Line)
            return $"Expected diagnostic to {side} on line \"{expected.Line + 1}\" was actually on line \"{actual.Line + 1}\"";

        return actual.Character == expected.Character
            ? null
            : $"Expected diagnostic to {side} at column \"{expected.Character + 1}\" "
                + $"was actually at column \"{actual.Character + 1}\"";
    }
}
