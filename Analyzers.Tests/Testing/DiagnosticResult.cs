using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic. What it does not state is not compared.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> spans;
    private readonly string? message;
    private readonly bool ignoreMessage;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
    {
        Id = descriptor.Id;
        Severity = descriptor.DefaultSeverity;
        MessageFormat = descriptor.MessageFormat;
    }

    public string Id { get; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    /// <summary>The location of the diagnostic, then its additional locations.</summary>
    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => spans.IsDefault ? [] : spans;
        private init => spans = value;
    }

    public bool HasLocation => !Spans.IsEmpty;

    public LocalizableString? MessageFormat { get; private init; }

    public object?[]? MessageArguments { get; private init; }

    /// <summary>The expected message; null where it is not compared.</summary>
    public string? Message
    {
        get
        {
            if (ignoreMessage)
                return null;
            if (message is not null || MessageFormat is null)
                return message;

            string format = MessageFormat.ToString(CultureInfo.InvariantCulture);
            try
            {
                return string.Format(CultureInfo.InvariantCulture, format, MessageArguments ?? []);
            }
            catch (FormatException)
            {
                // Arguments are missing: the bare format can match no real message, and shows what was forgotten.
                return format;
            }
        }
    }

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    /// <summary>Null means that the message is not compared.</summary>
    public DiagnosticResult WithMessage(string? message) => new(this, message);

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    public DiagnosticResult WithLocation(int line, int column) => WithLocation(string.Empty, line, column);

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation(string.Empty, location);

    public DiagnosticResult WithLocation(string path, int line, int column) => WithLocation(path, Position(line, column));

    public DiagnosticResult WithLocation(string path, LinePosition location) =>
        WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options) =>
        WithSpan(new FileLinePositionSpan(path, location, location), options | DiagnosticLocationOptions.IgnoreLength);

    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options)
    {
        var key = new LinePosition(0, markupKey);
        return WithSpan(new FileLinePositionSpan(string.Empty, key, key), options | DiagnosticLocationOptions.InterpretAsMarkupKey);
    }

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(string.Empty, startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new FileLinePositionSpan(path, Position(startLine, startColumn), Position(endLine, endColumn)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options) =>
        this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    public DiagnosticResult WithDefaultPath(string path) =>
        WithSpans(location => location.Span.Path.Length > 0 || IsMarkupKey(location)
            ? location
            : new DiagnosticLocation(new FileLinePositionSpan(path, location.Span.Span), location.Options));

    public DiagnosticResult WithLineOffset(int offset)
    {
        return WithSpans(location => new DiagnosticLocation(
            new FileLinePositionSpan(
                location.Span.Path,
                Shift(location.Span.StartLinePosition),
                Shift(location.Span.EndLinePosition)),
            location.Options));

        LinePosition Shift(LinePosition position) => new(position.Line + offset, position.Character);
    }

    public override string ToString()
    {
        string text = $"{Severity.ToString().ToLowerInvariant()} {Id}";
        if (Message is { } expectedMessage)
            text += ": " + expectedMessage;
        if (!HasLocation)
            return text;

        FileLinePositionSpan span = Spans[0].Span;
        string path = span.Path.Length == 0 ? "?" : span.Path;
        LinePosition start = span.StartLinePosition;
        LinePosition end = span.EndLinePosition;
        string range = Spans[0].Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $"{start.Line + 1},{start.Character + 1}"
            : $"{start.Line + 1},{start.Character + 1},{end.Line + 1},{end.Character + 1}";
        return $"{path}({range}): {text}";
    }

    internal DiagnosticResult WithAppliedMarkupLocations(IReadOnlyDictionary<string, FileLinePositionSpan> markupLocations) =>
        WithSpans(location =>
        {
            if (!IsMarkupKey(location))
                return location;

            string key = "#" + location.Span.StartLinePosition.Character;
            return markupLocations.TryGetValue(key, out FileLinePositionSpan span)
                ? new DiagnosticLocation(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
                : throw new InvalidOperationException($"The markup location '{key}' was not found in the input.");
        });

    private DiagnosticResult(DiagnosticResult other, string? message)
    {
        this = other;
        this.message = message;
        ignoreMessage = message is null;
    }

    private DiagnosticResult WithSpans(Func<DiagnosticLocation, DiagnosticLocation> change) =>
        this with { Spans = Spans.Select(change).ToImmutableArray() };

    private static bool IsMarkupKey(DiagnosticLocation location) =>
        location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey);

    private static LinePosition Position(int line, int column) => new(line - 1, column - 1);
}
