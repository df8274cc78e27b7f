using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Libraries;
using Logits.Analyzers.Tests.Meta;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Logits.Analyzers.Tests;

/// <summary>Runs the analyzer over programs that use the declared libraries.</summary>
internal static class Analysis
{
    /// <summary>What stands above every small program, on one line so that line numbers stay easy to count.</summary>
    public const string TorchSharpUsings = "using System; using System.Collections.Generic; using System.Linq; using TorchSharp; using TorchSharp.Modules; using static TorchSharp.torch; using static TorchSharp.torch.nn; ";

    public const string KerasUsings = "using System; using System.Collections.Generic; using Tensorflow; using Tensorflow.Keras; using Tensorflow.Keras.Engine; using Tensorflow.Keras.Losses; using static Tensorflow.Binding; using static Tensorflow.KerasApi; ";

    private static readonly ImmutableArray<MetadataReference> s_references
        = LibrarySources.FrameworkReferences.Add(LibrarySources.TorchSharpReference).Add(LibrarySources.KerasReference);

    /// <summary>The package's declarations of the annotations, which it adds to every project that refers to it.</summary>
    private static readonly ProgramFile s_annotations = new("/0/Logits.Annotations.cs", Repository.Annotations);

    /// <summary>Compilations without a file: those made from them share what they know of the references.</summary>
    private static readonly Lazy<CSharpCompilation> s_program = new(() => Empty(s_references, OutputKind.ConsoleApplication));

    private static readonly Lazy<CSharpCompilation> s_library = new(() => Empty(s_references, OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The findings of a program of one file or more, in the order of the text. A program that does not compile, or an analyzer that throws, fails.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(params string[] sources) => FindingsAsync(TestProgram.Of("Test", sources));

    /// <summary>The findings of a program with other severities than those that the rules have of themselves.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(string source, params (string Id, ReportDiagnostic Severity)[] severities)
    {
        var compilation = Compilations(TestProgram.Of("Test", source)).Single();
        MustCompile(compilation);
        return FindingsAsync(compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities.Select(s => KeyValuePair.Create(s.Id, s.Severity)))));
    }

    /// <summary>The findings of a program, file by file and in the order of the text. A program that does not compile, or an analyzer that throws, fails.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(TestProgram program)
    {
        var compilations = Compilations(program);
        foreach (var compilation in compilations)
        {
            MustCompile(compilation);
        }

        return FindingsAsync(compilations);
    }

    /// <summary>The findings of the projects of a program, which may have errors. An analyzer that throws fails.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(ImmutableArray<CSharpCompilation> compilations)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var compilation in compilations)
        {
            findings.AddRange(await FindingsAsync(compilation));
        }

        return findings.ToImmutable();
    }

    /// <summary>The findings of a compilation, which may have errors. An analyzer that throws fails.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(CSharpCompilation compilation) => FindingsAsync(compilation, new AnalyzerOptions([]));

    /// <summary>The findings of a compilation under the options of its host.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(CSharpCompilation compilation, AnalyzerOptions host)
    {
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            host,
            (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([new LogitsAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
        return
        [
            .. findings
                .OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.SourceSpan.Start)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The compilations of a program's projects. As in a build, a project sees of another what its image says: the kinds that its
    /// annotations write down, and no bodies.
    /// </summary>
    public static ImmutableArray<CSharpCompilation> Compilations(TestProgram program) => Compilations(program, Image);

    /// <summary>The same, where a project sees the sources of another, as in an editor.</summary>
    public static ImmutableArray<CSharpCompilation> CompilationsInEditor(TestProgram program) => Compilations(program, library => library.ToMetadataReference());

    private static ImmutableArray<CSharpCompilation> Compilations(TestProgram program, Func<CSharpCompilation, MetadataReference> referenceTo)
    {
        var projects = program.Projects;
        var compilations = ImmutableArray.CreateBuilder<CSharpCompilation>();
        var references = new List<MetadataReference>();
        foreach (var project in projects[..^1])
        {
            var library = s_library.Value.WithAssemblyName(project.Name).AddReferences(references).AddSyntaxTrees(project.Trees.Append(s_annotations.Tree));
            compilations.Add(library);
            references.Add(referenceTo(library));
        }

        var app = projects[^1];
        compilations.Add((app.Trees.Any(HasStatements) ? s_program.Value : s_library.Value).AddReferences(references).AddSyntaxTrees(app.Trees));
        return compilations.ToImmutable();
    }

    private static MetadataReference Image(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        var emitted = library.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public static CSharpCompilation Compilation(string source, ImmutableArray<MetadataReference> references)
    {
        var tree = new ProgramFile("/0/Test0.cs", source).Tree;
        return Empty(references, HasStatements(tree) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary).AddSyntaxTrees(tree);
    }

    public static void MustCompile(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors) + "\n" + string.Join("\n", compilation.SyntaxTrees));
    }

    private static CSharpCompilation Empty(ImmutableArray<MetadataReference> references, OutputKind kind)
        => CSharpCompilation.Create("Test", [], references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Disable));

    private static bool HasStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));

    /// <summary>A finding as the tests compare it.</summary>
    public static string Text(Diagnostic finding) => $"{finding.Id} {finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)}";

    public static async Task SilentAsync(string source)
    {
        var findings = await FindingsAsync(source);
        Assert.True(findings.IsEmpty, string.Join("\n", findings) + "\n" + source);
    }
}
