using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Makes the counterpart of a loss where the loss is made, in whatever member or document, if every sink of it has the finding.</summary>
internal static class SwappedLoss
{
    public static Mend? Mend(FindingContext finding, string key)
    {
        if (finding.Property(FixProperties.Counterpart) is not { } counterpart
            || finding.LossAnywhere is not (var context, InvocationExpressionSyntax creation)
            || Calls.Name(creation) is not { } name
            || context.Symbol(creation) is not IMethodSymbol factory
            || factory.ContainingType.GetMembers(counterpart).IsEmpty
            || !Calls.CarriesOver(context, creation, factory)
            || Uses(context, creation) is not { } uses)
        {
            return null;
        }

        var edits = ImmutableArray.Create(new Edit(name, _ => SyntaxFactory.IdentifierName(counterpart)));
        if (Variables.Holder(context, creation) is { } holder)
        {
            edits = Calls.WithType(context, edits, holder, factory, counterpart);
        }

        return edits.IsEmpty ? null : new Mend($"Use '{counterpart}'", key, edits) { ReachesOverMembers = true, Settles = uses };
    }

    /// <summary>How many calls use a loss, each of which has to be wrong now; null where it goes where its calls are not seen.</summary>
    private static int? Uses(FindingContext context, InvocationExpressionSyntax creation)
    {
        if (creation.Parent is ArgumentSyntax argument)
        {
            return IsOfSource(context, argument) ? 1 : null;
        }

        if (Variables.Holder(context, creation) is not { } holder || Variables.Scope(holder, creation) is not { } scope)
        {
            return null;
        }

        var uses = Variables.Mentions(context, holder, scope).Where(name => !Calls.IsHousekeeping(name) && !Calls.IsTarget(name)).ToList();
        return uses.Count > 0 && uses.All(use => use.Parent is ArgumentSyntax handed ? IsOfSource(context, handed) : IsCalled(use)) ? uses.Count : null;
    }

    private static bool IsCalled(SyntaxNode use)
    {
        var name = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : use;
        return name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward", Parent: InvocationExpressionSyntax } access && access.Expression == name;
    }

    private static bool IsOfSource(FindingContext context, ArgumentSyntax argument)
        => argument.Parent?.Parent is { } call && context.Symbol(call) is { DeclaringSyntaxReferences.IsEmpty: false };
}
