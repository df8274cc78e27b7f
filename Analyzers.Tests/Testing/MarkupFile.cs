using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A file without its markup, and what the markup marked, in the order of its ends.</summary>
internal sealed record MarkupFile(
    string Text, ImmutableArray<int> Positions, ImmutableArray<(string Name, TextSpan Span)> Spans);
