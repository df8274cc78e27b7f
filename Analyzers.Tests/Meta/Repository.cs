using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Logits.Analyzers.Tests.Meta;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The package's declarations of the annotations.</summary>
    public static string Annotations { get; } = Text("Package/annotations/Logits.Annotations.cs");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Logits.Analyzers.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Logits.Analyzers.sln stands in no folder above {AppContext.BaseDirectory}");
    }
}
