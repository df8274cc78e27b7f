using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes markup out of files and collects what it says.</summary>
internal sealed class MarkupProcessor(
    MarkupMode mode,
    MarkupOptions options,
    DiagnosticDescriptor? defaultDiagnostic,
    ImmutableArray<DiagnosticDescriptor> supportedDiagnostics,
    ImmutableArray<string> fixableDiagnostics)
{
    private readonly List<DiagnosticResult> diagnostics = [];
    private readonly Dictionary<string, FileLinePositionSpan> locations = [];

    public IReadOnlyList<DiagnosticResult> Diagnostics => diagnostics;

    /// <summary>The locations with a number, by their key such as <c>#0</c>.</summary>
    public IReadOnlyDictionary<string, FileLinePositionSpan> Locations => locations;

    public void Process(SourceFileCollection files)
    {
        if (mode == MarkupMode.None)
            return;

        for (int i = 0; i < files.Count; i++)
        {
            (string path, SourceText content) = files[i];
            MarkupFile file = TestFileMarkupParser.Parse(
                content.ToString(), options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode));
            SourceText text = SourceText.From(file.Text, content.Encoding, content.ChecksumAlgorithm);
            files[i] = (path, text);
            if (mode != MarkupMode.Ignore)
                Collect(path, text.Lines, file);
        }
    }

    private void Collect(string path, TextLineCollection lines, MarkupFile file)
    {
        foreach (int position in file.Positions)
        {
            if (CreateDiagnostic(string.Empty) is { } diagnostic)
                diagnostics.Add(diagnostic.WithLocation(path, lines.GetLinePosition(position)));
        }

        foreach ((string name, TextSpan textSpan) in file.Spans)
        {
            var span = new FileLinePositionSpan(path, lines.GetLinePositionSpan(textSpan));
            if (name.StartsWith('#'))
            {
                if (!locations.TryAdd(name, span))
                    throw new InvalidOperationException($"Input contains multiple markup locations with key '{name}'");
            }
            else if (CreateDiagnostic(name) is { } diagnostic)
            {
                diagnostics.Add(diagnostic.WithSpan(span));
            }
        }
    }

    /// <summary>The diagnostic that the name in a markup stands for; null where it is not expected.</summary>
    private DiagnosticResult? CreateDiagnostic(string name)
    {
        DiagnosticDescriptor? descriptor = name.Length == 0 ? RequireDefault() : FindDescriptor(name);
        string id = descriptor?.Id ?? name;
        if (mode == MarkupMode.IgnoreFixable && fixableDiagnostics.Contains(id))
            return null;

        // An id that no analyzer supports is one of the compiler.
        DiagnosticResult diagnostic = descriptor is null
            ? DiagnosticResult.CompilerError(id)
            : new DiagnosticResult(descriptor);
        return diagnostic
            .WithMessage(null)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);
    }

    private DiagnosticDescriptor RequireDefault() => defaultDiagnostic ?? throw new InvalidOperationException(
        "Markup syntax can only omit the diagnostic ID if the first analyzer only supports a single diagnostic. "
        + $"Name the ID or specify {nameof(MarkupOptions)}.{nameof(MarkupOptions.UseFirstDescriptor)}.");

    private DiagnosticDescriptor? FindDescriptor(string id)
    {
        DiagnosticDescriptor[] candidates = supportedDiagnostics.Where(descriptor => descriptor.Id == id).ToArray();
        return candidates.Length <= 1 || options.HasFlag(MarkupOptions.UseFirstDescriptor)
            ? candidates.FirstOrDefault()
            : throw new InvalidOperationException(
                $"Multiple diagnostic descriptors with ID {id} were found. Create the expected diagnostic from its descriptor "
                + $"or specify {nameof(MarkupOptions)}.{nameof(MarkupOptions.UseFirstDescriptor)}.");
    }
}
