using System;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes a tree so that two trees of the same structure have the same text.</summary>
internal sealed class SyntaxTreeText(Type syntaxKindType, bool includeTrivia)
{
    private readonly StringBuilder text = new();

    public static string Format(SyntaxNode root, Type syntaxKindType, bool includeTrivia)
    {
        var writer = new SyntaxTreeText(syntaxKindType, includeTrivia);
        writer.Write(root, indent: 0);
        return writer.text.ToString();
    }

    private void Write(SyntaxNodeOrToken nodeOrToken, int indent)
    {
        if (nodeOrToken.IsToken)
        {
            WriteToken(nodeOrToken.AsToken(), indent);
            return;
        }

        WriteLine(indent, "Node", nodeOrToken.RawKind, string.Empty);
        foreach (SyntaxNodeOrToken child in nodeOrToken.ChildNodesAndTokens())
            Write(child, indent + 1);
    }

    private void WriteToken(SyntaxToken token, int indent)
    {
        // The value of a literal is what is compiled; a fix can give it another one than its text says.
        string value = token.Value is null or string ? token.ValueText : $"{token.ValueText} ({token.Value.GetType().Name})";
        WriteLine(indent, "Token", token.RawKind, value == token.Text ? value : $"{token.Text} = {value}");
        if (includeTrivia)
        {
            WriteTrivia("Leading", token.LeadingTrivia, indent + 1);
            WriteTrivia("Trailing", token.TrailingTrivia, indent + 1);
        }
    }

    private void WriteTrivia(string side, SyntaxTriviaList trivia, int indent)
    {
        foreach (SyntaxTrivia item in trivia)
        {
            WriteLine(indent, side, item.RawKind, item.ToString());
            if (item.GetStructure() is { } structure)
                Write(structure, indent + 1);
        }
    }

    private void WriteLine(int indent, string what, int kind, string content)
    {
        string escaped = content.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        text.Append(' ', indent * 2).Append($"{what}({Enum.ToObject(syntaxKindType, kind)}): {escaped}\n");
    }
}
