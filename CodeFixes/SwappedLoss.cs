using System;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Takes the counterpart of a loss, unless an argument that is set would be lost.</summary>
internal static class SwappedLoss
{
    public static Mend? Mend(FindingContext finding, string key) => ForOneSink(finding, key) ?? ForAllSinks(finding, key);

    /// <summary>In the place of a loss function, or of the factory of a loss object that nothing else uses.</summary>
    private static Mend? ForOneSink(FindingContext finding, string key)
        => !finding.IsElsewhere
            && (finding.Loss ?? finding.Argument?.Parent?.Parent) is InvocationExpressionSyntax call
            && (finding.Loss is null || LossObjects.IsUsedOnce(finding, call))
            ? Swap(finding, call, key)
            : null;

    /// <summary>Where the loss object is made, in whatever member or document, if every sink of it has the finding and no other project uses it.</summary>
    private static Mend? ForAllSinks(FindingContext finding, string key)
        => finding.LossAnywhere is (var context, InvocationExpressionSyntax creation) && Swap(context, creation, key) is { } swap && Sinks(context, creation) is { } sinks
            ? swap with
            {
                ReachesOverMembers = true,
                Settles = sinks,
                InSolution = (mend, solution) => new Keeping(context, solution).IsOwn(creation) ? mend : null,
            }
            : null;

    private static Mend? Swap(FindingContext finding, InvocationExpressionSyntax call, string key)
    {
        if (finding.Property(FixProperties.Counterpart) is not { } counterpart
            || Calls.Name(call) is not { } name
            || finding.Symbol(call) is not IMethodSymbol method
            || method.ContainingType.GetMembers(counterpart).IsEmpty
            || !CarriesOver(finding, call, method))
        {
            return null;
        }

        var edits = ImmutableArray.Create(new Edit(name, _ => SyntaxFactory.IdentifierName(counterpart)));
        if (call == finding.Loss && Variables.Holder(finding, call) is { } holder)
        {
            edits = WithType(finding, edits, holder, method, counterpart);
        }

        return edits.IsEmpty ? null : new Mend($"Use '{counterpart}'", key, edits);
    }

    /// <summary>Whether every argument that is set has the same meaning to the counterpart.</summary>
    private static bool CarriesOver(FindingContext finding, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var parameters = finding.Property(FixProperties.CounterpartParameters)?.Split(',') ?? Array.Empty<string>();
        var arguments = call.ArgumentList.Arguments;
        return Enumerable.Range(0, arguments.Count).All(i => arguments[i].NameColon is { } named
            ? parameters.Contains(named.Name.Identifier.ValueText)
            : i < parameters.Length && i < method.Parameters.Length && method.Parameters[i].Name == parameters[i]);
    }

    /// <summary>The edits, with one for the declared type of the loss's variable where it names the loss's class; none where it cannot be named.</summary>
    private static ImmutableArray<Edit> WithType(FindingContext finding, ImmutableArray<Edit> edits, ISymbol holder, IMethodSymbol factory, string counterpart)
    {
        if (holder.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type, Variables.Count: 1 } })
        {
            return ImmutableArray<Edit>.Empty;
        }

        if (type.IsVar || finding.Type(type) is { IsAbstract: true })
        {
            return edits;
        }

        var name = type.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        return name is not null
            && SymbolEqualityComparer.Default.Equals(finding.Type(type), factory.ReturnType)
            && name.Identifier.ValueText == factory.ReturnType.Name
            && !factory.ReturnType.ContainingNamespace.GetTypeMembers(counterpart).IsEmpty
            ? edits.Add(new Edit(name, _ => SyntaxFactory.IdentifierName(counterpart)))
            : ImmutableArray<Edit>.Empty;
    }

    /// <summary>How many calls use a loss object, each of which has to be wrong now; null where it goes where its calls are not seen.</summary>
    private static int? Sinks(FindingContext context, InvocationExpressionSyntax creation)
    {
        if (creation.Parent is ArgumentSyntax argument)
        {
            return IsOfSource(context, argument) ? 1 : null;
        }

        return LossObjects.Uses(context, creation) is { Count: > 0 } uses && uses.All(use => use.Parent is ArgumentSyntax handed ? IsOfSource(context, handed) : IsCalled(use)) ? uses.Count : null;
    }

    private static bool IsCalled(SyntaxNode use)
    {
        var name = Variables.Reference(use);
        return name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward", Parent: InvocationExpressionSyntax } access && access.Expression == name;
    }

    private static bool IsOfSource(FindingContext context, ArgumentSyntax argument)
        => argument.Parent?.Parent is { } call && context.Symbol(call) is { } callee && callee.DeclaringSyntaxReferences.Any(declaration => context.Model.Compilation.ContainsSyntaxTree(declaration.SyntaxTree));
}
