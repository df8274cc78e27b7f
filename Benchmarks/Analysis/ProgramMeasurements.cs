using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Logits.Benchmarks.Analysis;

/// <summary>
/// What share of the compilation's time the analyzer adds to a program on disk: its time as a compiler reports it of an analyzer, beside
/// that of compiling, on one thread of a warm process as in a build server. Names that no reference declares do no harm: what cannot be
/// bound is analysed as half-typed code is; but such a program comes to an end earlier, as nothing is emitted.
/// </summary>
internal static class ProgramMeasurements
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <param name="references">A folder of assemblies to reference, beside those of the framework.</param>
    /// <param name="folders">The programs: every C# file in the folder and below.</param>
    public static async Task RunAsync(string references, IReadOnlyList<string> folders)
    {
        var assemblies = References(references);
        Console.WriteLine("| program | files | lines | errors | compile, ms | analyzer in a build, ms | share | file by file |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var folder in folders)
        {
            var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER"]);
            var texts = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/")).Select(file => (Path: file, Text: File.ReadAllText(file))).ToList();
            CSharpCompilation Fresh() => CSharpCompilation.Create(
                "Program",
                texts.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path, Encoding.UTF8)).Append(CSharpSyntaxTree.ParseText(Usings, options, "", Encoding.UTF8)),
                assemblies,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

            var errors = Fresh().GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            var (compile, build, editor) = await Cost.OfAsync(Fresh);
            Console.WriteLine($"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} | {texts.Count} | {texts.Sum(file => file.Text.Count(letter => letter == '\n'))} | {errors} | {compile:F0} | {build:F0} | {build / compile:P0} | {editor / compile:P0} |");
        }
    }

    private static IReadOnlyList<MetadataReference> References(string folder)
        => [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Concat(Directory.GetFiles(folder, "*.dll")).Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file))];

    private static bool IsManaged(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
