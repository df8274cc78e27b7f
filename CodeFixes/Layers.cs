using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>Taking layers out of models.</summary>
internal static class Layers
{
    /// <summary>Whether an expression makes a layer that does nothing but convert.</summary>
    public static bool IsActivation(SyntaxNode? creation)
        => creation is InvocationExpressionSyntax invocation && Calls.Name(invocation)?.Identifier.ValueText is "Softmax" or "Sigmoid" or "LogSoftmax" or "LogSigmoid";

    /// <summary>The edit that removes an activation from a model where the layer that follows is another one.</summary>
    public static Edit? RemoveBefore(SyntaxNode? layer, SyntaxNode next)
        => IsActivation(layer)
            && Element(layer!) is { Parent: ArgumentListSyntax list } element
            && Element(next)?.Parent == list
            && list.Arguments.IndexOf(element) + 1 == list.Arguments.IndexOf(Element(next)!)
            ? Remove(list, element)
            : null;

    /// <summary>The edit that removes an activation from the end of a model, whoever uses it.</summary>
    public static Edit? RemoveLast(SyntaxNode? layer)
        => IsActivation(layer) && Element(layer!) is { Parent: ArgumentListSyntax { Arguments.Count: > 1 } list } element && list.Arguments.Last() == element
            ? Remove(list, element)
            : null;

    /// <summary>The edit that removes an activation from the end of a model of which nothing but the finding's sink, or only the order of the numbers, uses the output.</summary>
    public static Edit? RemoveFromTraining(FindingContext finding)
        => !finding.IsElsewhere
            && RemoveLast(finding.Origin) is { } removal
            && Variables.Holder(finding, removal.Node.Parent!) is { } model
            && Variables.Scope(model, finding.Origin!) is { } scope
            && scope.Span.Contains(finding.Where.Span)
            && Callee(finding.Argument) is { } sink
            && Variables.Mentions(finding, model, scope).All(mention => IsForTraining(finding, mention, sink))
            ? removal
            : null;

    private static ArgumentSyntax? Element(SyntaxNode layer)
        => layer.Parent switch
        {
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax model } } named } } when IsSequential(model) => named,
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax model } } plain when IsSequential(model) => plain,
            _ => null,
        };

    private static bool IsSequential(InvocationExpressionSyntax call) => Calls.Name(call)?.Identifier.ValueText == "Sequential";

    private static Edit Remove(ArgumentListSyntax list, ArgumentSyntax element)
    {
        var position = list.Arguments.IndexOf(element);
        return new Edit(list, current => ((ArgumentListSyntax)current).WithArguments(((ArgumentListSyntax)current).Arguments.RemoveAt(position)));
    }

    private static bool IsForTraining(FindingContext finding, SyntaxNode mention, string sink)
    {
        if (Variables.IsAssigned(mention))
        {
            return true;
        }

        var model = Variables.Reference(mention);
        if (model.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: InvocationExpressionSyntax call } access || access.Expression != model)
        {
            return false;
        }

        return name is "call" or "forward"
            ? IsForSink(finding, call, sink)
            : name is "parameters" or "named_parameters" or "zero_grad" || (name is "train" or "eval" or "to" or "cuda" or "cpu" or "Dispose" && call.Parent is ExpressionStatementSyntax);
    }

    /// <summary>Whether a model's output goes nowhere but into the finding's sink, at once or through a local.</summary>
    private static bool IsForSink(FindingContext finding, ExpressionSyntax output, string sink)
    {
        if (Callee(output.Parent as ArgumentSyntax) == sink)
        {
            return true;
        }

        return output.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            && finding.Model.GetDeclaredSymbol(declarator, finding.Cancellation) is ILocalSymbol local
            && Variables.Mentions(finding, local, Variables.Scope(declarator)).All(read => Callee(read.Parent as ArgumentSyntax) == sink || IsOrderOnly(read));
    }

    private static bool IsOrderOnly(SyntaxNode read)
        => read.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "argmax", Parent: InvocationExpressionSyntax } access && access.Expression == read;

    /// <summary>What is called with an argument in the first place, as it is written.</summary>
    private static string? Callee(ArgumentSyntax? argument)
        => argument is { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } ? $"{call.Expression}#{list.Arguments.IndexOf(argument)}" : null;
}
