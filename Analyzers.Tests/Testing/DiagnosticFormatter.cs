using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes diagnostics as the code that expects them, to be pasted into a test.</summary>
internal sealed class DiagnosticFormatter(ImmutableArray<DiagnosticAnalyzer> analyzers, string defaultPath)
{
    public string Format(IEnumerable<Diagnostic> diagnostics)
    {
        string text = string.Concat(diagnostics.Select(Format));
        return text.Length == 0 ? "    NONE." : text;
    }

    public string Format(Diagnostic diagnostic)
    {
        IEnumerable<DiagnosticLocation> locations = diagnostic.Location == Location.None
            ? []
            : diagnostic.AdditionalLocations
                .Prepend(diagnostic.Location)
                .Select(location => new DiagnosticLocation(location.GetLineSpan(), DiagnosticLocationOptions.None));
        return Format(
            diagnostic.ToString(), diagnostic.Id, diagnostic.Severity, locations, diagnostic.GetArgumentTexts().ToArray());
    }

    public string Format(DiagnosticResult result) => Format(
        result.ToString(),
        result.Id,
        result.Severity,
        result.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations) ? result.Spans.Take(1) : result.Spans,
        DiagnosticExtensions.ToTexts(result.MessageArguments ?? []).ToArray());

    private string Format(
        string comment,
        string id,
        DiagnosticSeverity severity,
        IEnumerable<DiagnosticLocation> locations,
        IReadOnlyCollection<string> arguments)
    {
        var text = new StringBuilder();
        text.Append("// ").AppendLine(comment);
        text.Append(FormatCreation(id, severity));
        foreach (DiagnosticLocation location in locations)
            text.Append(FormatLocation(location));
        if (arguments.Count > 0)
        {
            IEnumerable<string> literals = arguments.Select(argument => CSharp.SymbolDisplay.FormatLiteral(argument, quote: true));
            text.Append($".{nameof(DiagnosticResult.WithArguments)}({string.Join(", ", literals)})");
        }

        return text.AppendLine(",").ToString();
    }

    private string FormatCreation(string id, DiagnosticSeverity severity)
    {
        DiagnosticAnalyzer? analyzer = analyzers.FirstOrDefault(
            candidate => candidate.SupportedDiagnostics.Any(descriptor => descriptor.Id == id));
        if (analyzer is not null)
            return analyzer.SupportedDiagnostics.Length == 1 ? "VerifyCS.Diagnostic()" : $"VerifyCS.Diagnostic(\"{id}\")";

        return severity switch
        {
            DiagnosticSeverity.Error => $"{nameof(DiagnosticResult)}.{nameof(DiagnosticResult.CompilerError)}(\"{id}\")",
            DiagnosticSeverity.Warning => $"{nameof(DiagnosticResult)}.{nameof(DiagnosticResult.CompilerWarning)}(\"{id}\")",
            _ => $"new {nameof(DiagnosticResult)}(\"{id}\", {nameof(DiagnosticSeverity)}.{severity})",
        };
    }

    private string FormatLocation(DiagnosticLocation location)
    {
        FileLinePositionSpan span = location.Span;
        string path = span.Path == defaultPath ? string.Empty : $"\"{span.Path}\", ";
        return location.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $".{nameof(DiagnosticResult.WithLocation)}({path}{Format(span.StartLinePosition)})"
            : $".{nameof(DiagnosticResult.WithSpan)}({path}{Format(span.StartLinePosition)}, {Format(span.EndLinePosition)})";

        static string Format(LinePosition position) => $"{position.Line + 1}, {position.Character + 1}";
    }
}
