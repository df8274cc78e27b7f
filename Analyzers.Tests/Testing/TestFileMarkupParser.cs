using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reads <c>[|...|]</c>, <c>{|name:...|}</c>, <c>{|#0:...|#0}</c> and <c>$$</c>.</summary>
public static class TestFileMarkupParser
{
    private static readonly Regex Tag = new(
        @"(?<position>\$\$)|(?<start>\[\|)|(?<start>\{\|(?<name>[^:|[\]{}]+):)|(?<end>\|[\]}])|(?<end>\|(?<name>\#\d+)\})",
        RegexOptions.CultureInvariant);

    public static void GetPositionsAndSpans(
        string input,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        MarkupFile file = Parse(input, treatPositionIndicatorsAsCode: false);
        output = file.Text;
        positions = file.Positions;
        spans = GroupByName(file.Spans);
    }

    public static void GetSpans(
        string input,
        bool treatPositionIndicatorsAsCode,
        out string output,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        MarkupFile file = Parse(input, treatPositionIndicatorsAsCode);
        output = file.Text;
        spans = GroupByName(file.Spans);
    }

    internal static MarkupFile Parse(string input, bool treatPositionIndicatorsAsCode)
    {
        // A start with a number whose end has the number too is not open to an end without one: so spans may overlap.
        HashSet<string> numberedEnds = Tag.Matches(input)
            .Where(tag => tag.Groups["end"].Success && tag.Groups["name"].Success)
            .Select(tag => tag.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);

        var text = new StringBuilder();
        var positions = ImmutableArray.CreateBuilder<int>();
        var spans = ImmutableArray.CreateBuilder<(string Name, TextSpan Span)>();
        var open = new List<(string Name, int Start)>();
        int copied = 0;
        for (Match tag = Tag.Match(input); tag.Success; tag = Tag.Match(input, copied))
        {
            if (ClosesAfterBracket(input, tag, open))
                tag = Tag.Match(input, tag.Index + 1);

            text.Append(input, copied, tag.Index - copied);
            copied = tag.Index + tag.Length;
            string name = tag.Groups["name"].Value;
            if (tag.Groups["start"].Success)
                open.Add((name, text.Length));
            else if (tag.Groups["end"].Success)
                Close(name, tag.Index);
            else if (treatPositionIndicatorsAsCode)
                text.Append(tag.Value);
            else
                positions.Add(text.Length);
        }

        if (open.Count > 0)
            throw new ArgumentException($"The input contained {open.Count} starting spans without an end.", nameof(input));

        text.Append(input, copied, input.Length - copied);
        return new MarkupFile(text.ToString(), positions.ToImmutable(), spans.ToImmutable());

        void Close(string name, int inputPosition)
        {
            int index = name.Length > 0
                ? open.FindLastIndex(start => start.Name == name)
                : open.FindLastIndex(start => !numberedEnds.Contains(start.Name));
            if (index < 0)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"Mismatched end tag found at position '{inputPosition}'"));
            }

            (string startName, int start) = open[index];
            open.RemoveAt(index);
            spans.Add((startName, TextSpan.FromBounds(start, text.Length)));
        }
    }

    /// <summary><c>[|]</c> and <c>[|}</c> may start a span or end one after a bracket: they end one that is open.</summary>
    private static bool ClosesAfterBracket(string input, Match tag, List<(string Name, int Start)> open)
    {
        int next = tag.Index + tag.Length;
        if (open.Count == 0 || tag.Value != "[|" || next == input.Length)
            return false;

        return input[next] == (open[^1].Name.Length == 0 ? ']' : '}');
    }

    private static ImmutableDictionary<string, ImmutableArray<TextSpan>> GroupByName(
        ImmutableArray<(string Name, TextSpan Span)> spans) =>
        spans.GroupBy(span => span.Name, span => span.Span, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
