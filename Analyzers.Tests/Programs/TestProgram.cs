using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>A whole program, of one file or several, in one project or several.</summary>
internal sealed record TestProgram(string Name, ImmutableArray<ProgramFile> Files)
{
    private const string Folder = "Programs/";

    /// <summary>The folder of the project that refers to the program's other projects.</summary>
    private const string App = "/App";

    private const string NotSilentYet = "// Not silent yet: ";

    /// <summary>The embedded programs: one folder each.</summary>
    public static ImmutableArray<TestProgram> All { get; } =
    [
        .. typeof(TestProgram).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => new ProgramFile(resource[Folder.Length..], Read(resource)))
            .GroupBy(file => file.Path[..file.Path.IndexOf('/')])
            .OrderBy(program => program.Key, StringComparer.Ordinal)
            .Select(program => new TestProgram(program.Key, [.. program.OrderBy(file => file.Path, StringComparer.Ordinal)])),
    ];

    /// <summary>The projects, one a folder: each may refer to those before it, and the last is the program that runs.</summary>
    public ImmutableArray<TestProject> Projects =>
    [
        .. Files.GroupBy(file => file.Path[..file.Path.LastIndexOf('/')])
            .OrderBy(folder => folder.Key.EndsWith(App, StringComparison.Ordinal))
            .ThenBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => new TestProject(folder.Key, [.. folder])),
    ];

    /// <summary>Why the program is not silent, though it is right; null where it has to be silent.</summary>
    public string? KnownFalseAlarm => Files.SelectMany(file => file.Text.Split('\n')).FirstOrDefault(line => line.StartsWith(NotSilentYet, StringComparison.Ordinal))?[NotSilentYet.Length..];

    public static TestProgram Of(string name, params string[] texts) => new(name, [.. texts.Select((text, i) => new ProgramFile($"/0/Test{i}.cs", text))]);

    /// <summary>The program with another text in some of its files.</summary>
    public TestProgram With(IReadOnlyDictionary<ProgramFile, string> texts)
        => this with { Files = [.. Files.Select(file => texts.TryGetValue(file, out var text) ? new ProgramFile(file.Path, text) : file)] };

    public override string ToString() => Name;

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(TestProgram).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
