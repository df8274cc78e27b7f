using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Logits.Benchmarks.Analysis;

/// <summary>
/// What share of the compilation's time the analyzer adds to a program on disk: processor time of one thread, less that of an analyzer that
/// does nothing, beside that of compiling, in one warm process as in a build server. Names that no reference declares do no harm: what
/// cannot be bound is compiled and analysed as half-typed code is.
/// </summary>
internal static class ProgramMeasurements
{
    private const int Rounds = 7;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <param name="references">A folder of assemblies to reference, beside those of the framework.</param>
    /// <param name="folders">The programs: every C# file in the folder and below.</param>
    public static async Task RunAsync(string references, IReadOnlyList<string> folders)
    {
        var assemblies = References(references);
        Console.WriteLine("| program | files | lines | compile, ms | analyzer, ms | share |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var folder in folders)
        {
            var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER"]);
            var texts = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/")).Select(file => (Path: file, Text: File.ReadAllText(file))).ToList();
            CSharpCompilation Fresh() => CSharpCompilation.Create(
                "Program",
                texts.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)).Append(CSharpSyntaxTree.ParseText(Usings, options)),
                assemblies,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

            var compile = new List<double>();
            var analyse = new List<double>();
            for (var round = -1; round < Rounds; round++)
            {
                var compiled = Fresh();
                var compiling = await ProcessorTime.OfAsync(() => Task.FromResult(compiled.GetDiagnostics()));
                var analysing = await ProcessorTime.OfAnalyzerAsync(Fresh);
                if (round >= 0)
                {
                    compile.Add(compiling);
                    analyse.Add(analysing);
                }
            }

            var (c, a) = (Quantiles.Median(compile), Quantiles.Median(analyse));
            Console.WriteLine($"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} | {texts.Count} | {texts.Sum(file => file.Text.Count(letter => letter == '\n'))} | {c:F0} | {a:F0} | {a / c:P0} |");
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
