using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>Whether two symbols are one declaration: each project of a solution may see it by a symbol of its own.</summary>
internal static class SymbolIdentity
{
    public static bool AreSame(ISymbol? first, ISymbol? second)
    {
        first = first?.OriginalDefinition;
        second = second?.OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(first, second)
            || (first?.ContainingAssembly is { } assembly
                && first.Kind == second?.Kind
                && first.MetadataName == second.MetadataName
                && assembly.Name == second.ContainingAssembly?.Name
                && DocumentationCommentId.CreateDeclarationId(first) is { } id
                && id == DocumentationCommentId.CreateDeclarationId(second));
    }
}
