using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Logits.Runtime.Tests;

/// <summary>Compiles small programs against the runtime.</summary>
internal static class Programs
{
    private static readonly Lazy<MetadataReference[]> s_references = new(() => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(path => MetadataReference.CreateFromFile(path))]);

    public static CSharpCompilation Compile(string source)
        => CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(source)], s_references.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The line, from 0, and the id of each error.</summary>
    public static IReadOnlyList<(int Line, string Id)> Errors(string source)
        => [.. Compile(source)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => (d.Location.GetLineSpan().StartLinePosition.Line, d.Id))
            .Order()];
}
