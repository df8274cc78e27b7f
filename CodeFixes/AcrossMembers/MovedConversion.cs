using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>
/// Takes a conversion out of the member that returns it, a model's <c>forward</c> say, and puts it where the result is read as what it
/// made of it: what the program computes stays the same everywhere but in the loss. Nothing, unless every reader is known.
/// </summary>
internal static class MovedConversion
{
    public static Mend? Mend(FindingContext finding, string key)
    {
        if (finding.OriginAnywhere is not var (context, origin) || Tail(context, origin) is not { Template: not null } tail)
        {
            return null;
        }

        return new Mend("Return the logits, and convert them where they are read", key, tail.Removal)
        {
            ReachesOverMembers = true,
            InSolution = (mend, sources) => WithReads(mend, finding, origin, sources),
        };
    }

    /// <summary>The mend with the edits of the origin's file, as each project that compiles it has it, and of the reads in all projects; null where a read is not known.</summary>
    private static Mend? WithReads(Mend mend, FindingContext finding, SyntaxNode origin, SolutionSources sources)
    {
        if (sources.Twins(origin) is not { } origins)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<Edit>();
        var reading = new Reading(finding, sources);
        foreach (var twin in origins)
        {
            if (Tail(finding.In(sources.Model(twin.SyntaxTree)), twin) is not var (method, removal, template) || template is null || reading.OfResults(method) is not { } reads)
            {
                return null;
            }

            edits.AddRange(removal);
            foreach (var read in reads.Where(read => edits.All(edit => edit.Node != read)).Distinct())
            {
                if (Conversions.Wrap(finding.In(sources.Model(read.SyntaxTree)), read, template) is not { } wrap)
                {
                    return null;
                }

                edits.Add(wrap);
            }
        }

        return AreTheSameInAllTwins(edits, sources) ? mend with { Edits = edits.ToImmutable(), ReachesOverProgram = reading.HasOpenLoss } : null;
    }

    /// <summary>Whether the projects that share a file agree on what becomes of it.</summary>
    private static bool AreTheSameInAllTwins(IReadOnlyCollection<Edit> edits, SolutionSources sources)
        => edits.All(edit => sources.Twins(edit.Node) is { } twins && twins.All(twin => edits.Any(other => other.Node == twin && other.Replace(twin)?.ToString() == edit.Replace(edit.Node)?.ToString())));

    /// <summary>The method whose result a conversion is, what takes it out, and how it is written around something else.</summary>
    private static (IMethodSymbol Method, ImmutableArray<Edit> Removal, string? Template)? Tail(FindingContext context, SyntaxNode origin)
    {
        if (Conversions.Input(context, origin) is { } input)
        {
            return Returning(context, (InvocationExpressionSyntax)origin) is { } method
                ? (method, Removal(context, (InvocationExpressionSyntax)origin, input), Template((InvocationExpressionSyntax)origin, input))
                : null;
        }

        // A layer: one that is called in one place, or the last of a model that is.
        var model = Layers.IsActivation(origin) ? Variables.Holder(context, origin) is { } layer ? layer : Sequence(context, origin) : null;
        if (model is null || Variables.Scope(model, origin) is not { } scope || OnlyCall(context, model, scope) is not var (called, argument) || Returning(context, called) is not { } forward)
        {
            return null;
        }

        var removal = Layers.RemoveLast(origin) is { } shorter ? ImmutableArray.Create(shorter) : Removal(context, called, argument);
        return (forward, removal, context.Property(FixProperties.Spelling));
    }

    /// <summary>The variable that holds the list of layers that a layer is the last of.</summary>
    private static ISymbol? Sequence(FindingContext context, SyntaxNode layer)
        => Layers.RemoveLast(layer) is { Node.Parent: { } list } ? Variables.Holder(context, list) : null;

    /// <summary>The one place where a layer is called; what else is done with it does not read it.</summary>
    private static (InvocationExpressionSyntax Call, ExpressionSyntax Input)? OnlyCall(FindingContext context, ISymbol layer, SyntaxNode scope)
    {
        (InvocationExpressionSyntax, ExpressionSyntax)? result = null;
        foreach (var mention in Variables.Mentions(context, layer, scope))
        {
            if (Variables.IsAssigned(mention))
            {
                continue;
            }

            var name = Variables.Reference(mention);
            if (result is not null
                || name.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call } access
                || access.Expression != name)
            {
                return null;
            }

            result = (call, arguments[0].Expression);
        }

        return result;
    }

    /// <summary>The method that returns an expression, on every path on which it is reached: at once, or as a variable that nothing else reads.</summary>
    private static IMethodSymbol? Returning(FindingContext context, ExpressionSyntax value)
    {
        if (context.Model.GetEnclosingSymbol(value.SpanStart, context.Cancellation) is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || value.Ancestors().TakeWhile(ancestor => ancestor is not BaseMethodDeclarationSyntax).Any(IsConditional))
        {
            return null;
        }

        var variable = value.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => null,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => context.Model.GetDeclaredSymbol(declarator, context.Cancellation),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Right == value => context.Symbol(assignment.Left),
            _ => method,
        };
        return variable switch
        {
            null => Returns(method) ? method : null,
            ILocalSymbol or IParameterSymbol { RefKind: RefKind.None }
                when Variables.Mentions(context, variable, Variables.Scope(value)).Where(mention => mention.SpanStart > value.Span.End).ToList() is { Count: 1 } later && later[0].Parent is ReturnStatementSyntax
                => Returns(method) ? method : null,
            _ => null,
        };
    }

    /// <summary>Whether what a method returns is seen: one that others may override, or that hides an annotation, is left alone.</summary>
    private static bool Returns(IMethodSymbol method)
        => !method.IsAsync && Conversions.IsTensor(method.ReturnType) && !Promises.HasOnResult(method) && method.ExplicitInterfaceImplementations.IsEmpty;

    private static bool IsConditional(SyntaxNode node)
        => node is IfStatementSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax or TryStatementSyntax || Variables.IsLoop(node) || Variables.IsFunction(node);

    /// <summary>What puts the input in the conversion's place: an assignment to the input itself goes altogether.</summary>
    private static ImmutableArray<Edit> Removal(FindingContext context, InvocationExpressionSyntax call, ExpressionSyntax input)
        => call.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment && assignment.Left.ToString() == input.ToString()
            ? ImmutableArray.Create(Edit.Removal(statement))
            : ImmutableArray.Create(Conversions.Unwrap(call, input));

    /// <summary>A conversion as C# with {0} for its input; null where the rest of it means something only there.</summary>
    private static string? Template(InvocationExpressionSyntax call, ExpressionSyntax input)
    {
        var settings = call.ArgumentList.Arguments.Where(argument => argument.Expression != input).ToList();
        if (settings.Any(argument => !IsConstant(argument.Expression)))
        {
            return null;
        }

        if (call.Expression is MemberAccessExpressionSyntax access && access.Expression == input)
        {
            return $"{{0}}.{access.Name}({string.Join(", ", settings)})";
        }

        var arguments = call.ArgumentList.Arguments.Select(argument => argument.Expression == input ? argument.NameColon is null ? "{0}" : $"{argument.NameColon}{{0}}" : argument.ToString());
        return $"{call.Expression}({string.Join(", ", arguments)})";
    }

    private static bool IsConstant(ExpressionSyntax expression)
        => expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax };
}
