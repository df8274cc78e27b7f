using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>A part of a program that is compiled on its own: the files of one folder.</summary>
internal sealed record TestProject(string Folder, ImmutableArray<ProgramFile> Files)
{
    /// <summary>The name of its assembly.</summary>
    public string Name => Folder.Replace('/', '.');

    public IEnumerable<SyntaxTree> Trees => Files.Select(file => file.Tree);
}
