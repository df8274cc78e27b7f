using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Taking layers out of models.</summary>
internal static class Layers
{
    /// <summary>The edit that removes a layer from the argument list that another layer stands in.</summary>
    public static Edit? Remove(SyntaxNode? layer, SyntaxNode other)
    {
        if (layer?.FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Parent is ArgumentListSyntax list && list.Span.Contains(other.Span) && !argument.Span.Contains(other.Span)) is not { Parent: ArgumentListSyntax arguments } argument)
        {
            return null;
        }

        var position = arguments.Arguments.IndexOf(argument);
        return new Edit(arguments, current => ((ArgumentListSyntax)current).WithArguments(((ArgumentListSyntax)current).Arguments.RemoveAt(position)));
    }
}
