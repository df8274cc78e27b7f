using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Logits.Host45;

/// <summary>
/// <c>list PACKAGE</c> prints the files of a package; <c>unzip PACKAGE FOLDER</c> unpacks it;
/// <c>check ANALYZERS PROGRAM LIBRARY...</c> runs the analyzers over a program whose comments <c>// expect ID</c> say what is to be found.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["list", var package]:
                using (var archive = ZipFile.OpenRead(package))
                {
                    foreach (var name in archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal))
                    {
                        Console.WriteLine(name);
                    }
                }

                return 0;
            case ["unzip", var package, var folder]:
                ZipFile.ExtractToDirectory(package, folder);
                return 0;
            case ["check", var analyzers, var program, .. var library]:
                return await CheckAsync(analyzers, program, library);
            default:
                Console.Error.WriteLine("usage: list PACKAGE | unzip PACKAGE FOLDER | check ANALYZERS PROGRAM LIBRARY...");
                return 2;
        }
    }

    private static async Task<int> CheckAsync(string folder, string programPath, string[] library)
    {
        var failures = 0;
        var roslyn = typeof(Compilation).Assembly.GetName().Version;
        Expect("the host is Roslyn 4.5", "4.5.0.0", roslyn?.ToString());

        var references = Directory.GetFiles(folder, "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(path => new AnalyzerFileReference(Path.GetFullPath(path), new Loader()))
            .ToList();
        var loadFailures = new List<string>();
        references.ForEach(r => r.AnalyzerLoadFailed += (_, e) =>
        {
            // The assembly of the code fixes is passed as an analyzer too, by design, and has none.
            if (e.ErrorCode != AnalyzerLoadFailureEventArgs.FailureErrorCode.NoAnalyzers)
            {
                loadFailures.Add($"{Path.GetFileName(r.FullPath)}: {e.Message}");
            }
        });
        var analyzers = references.SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        Expect("the assemblies load", "", string.Join("; ", loadFailures));
        Expect("there are analyzers", true, !analyzers.IsEmpty);

        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path))));
        foreach (var path in library)
        {
            project = Add(project, path).Project;
        }

        var document = Add(project, programPath);
        var compilation = (await document.Project.GetCompilationAsync())!;
        Expect("the program compiles", "", Errors(compilation));

        var findings = await FindingsAsync(compilation, analyzers);
        Expect("no analyzer crashes", "", string.Join("; ", findings.Where(d => d.Id == "AD0001").Select(d => d.GetMessage())));
        Expect(
            "the findings",
            string.Join(", ", Expected(programPath)),
            string.Join(", ", findings.Where(d => d.Id != "AD0001" && d.Severity >= DiagnosticSeverity.Warning).Select(Describe).Order(StringComparer.Ordinal)));

        var fixes = references.SelectMany(r => r.GetAssembly().GetTypes())
            .Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t) && t.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)
            .ToList();
        Expect("there are code fixes", true, fixes.Count > 0);
        var known = analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).ToHashSet();
        Expect("the code fixes mend rules of ours", "", string.Join(", ", fixes.SelectMany(f => f.FixableDiagnosticIds).Where(id => !known.Contains(id))));

        if (findings.FirstOrDefault(d => d.Id == "LGT1001") is { } finding)
        {
            var actions = new List<CodeAction>();
            foreach (var fix in fixes.Where(f => f.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            }

            Expect($"a fix is offered for {Describe(finding)}", true, actions.Count > 0);
            if (actions.Count > 0)
            {
                var applied = (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
                var mended = (await applied.ChangedSolution.GetProject(document.Project.Id)!.GetCompilationAsync())!;
                Expect("the mended program compiles", "", Errors(mended));
                Expect(
                    "the fix takes one finding away",
                    Expected(programPath).Count - 1,
                    (await FindingsAsync(mended, analyzers)).Count(d => d.Severity >= DiagnosticSeverity.Warning));
            }
        }

        return failures == 0 ? 0 : 1;

        void Expect<T>(string what, T expected, T actual)
        {
            if (EqualityComparer<T>.Default.Equals(expected, actual))
            {
                Console.WriteLine($"  ok    Roslyn {roslyn?.ToString(2)}: {what}");
                return;
            }

            failures++;
            Console.WriteLine($"  FAIL  Roslyn {roslyn?.ToString(2)}: {what}: expected '{expected}', got '{actual}'");
        }
    }

    private static Document Add(Project project, string path) =>
        project.AddDocument(Path.GetFileName(path), SourceText.From(File.ReadAllText(path)), filePath: path);

    private static string Errors(Compilation compilation) =>
        string.Join("; ", compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Take(3));

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}";

    private static List<string> Expected(string path) => File.ReadLines(path)
        .Select((text, index) => (Match: Regex.Match(text, "// expect (LGT[0-9]{4})"), Line: index + 1))
        .Where(x => x.Match.Success)
        .Select(x => $"{x.Line} {x.Match.Groups[1].Value}")
        .Order(StringComparer.Ordinal)
        .ToList();

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
