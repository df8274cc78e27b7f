using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Where loss objects are used.</summary>
internal static class LossObjects
{
    /// <summary>Whether a loss object has one sink, the finding's: it is called or compiled where it is made, or held in a variable that is.</summary>
    public static bool IsUsedOnce(FindingContext finding, SyntaxNode creation)
    {
        var sink = finding.Sink ?? finding.Where.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (creation == finding.Where || (sink is not null && sink.Span.Contains(creation.Span)))
        {
            return true;
        }

        return Uses(finding, creation) is { Count: 1 } uses && (uses[0] == finding.Where || sink?.Span.Contains(uses[0].Span) == true);
    }

    /// <summary>The places that use a loss object by the variable that holds it; null where none does, or others may.</summary>
    public static List<IdentifierNameSyntax>? Uses(FindingContext finding, SyntaxNode creation)
        => Variables.Holder(finding, creation) is { } holder && Variables.Scope(holder, creation) is { } scope
            ? Variables.Mentions(finding, holder, scope).Where(name => !IsHousekeeping(name) && !Variables.IsAssigned(name)).ToList()
            : null;

    private static bool IsHousekeeping(SyntaxNode name)
        => name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "to" or "cuda" or "cpu" or "Dispose", Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } };
}
