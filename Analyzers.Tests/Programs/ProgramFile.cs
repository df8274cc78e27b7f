using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>A file of a program, parsed once however many mutants of the other files share it.</summary>
internal sealed class ProgramFile(string path, string text)
{
    private readonly Lazy<SyntaxTree> _tree = new(() => CSharpSyntaxTree.ParseText(text, path: path));

    public string Path => path;

    public string Text => text;

    public SyntaxTree Tree => _tree.Value;
}
