using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>
/// What becomes of a value: where in the solution it is read as what the conversion made it. A loss that wants the unconverted value and an
/// argmax do not read it so.
/// </summary>
internal sealed class Reading(FindingContext finding, SolutionSources sources)
{
    private const int DepthLimit = 5;

    private readonly LibraryFacts _libraries = new();
    private readonly Outputs _outputs = new(sources, finding.Cancellation);
    private int _depth;

    /// <summary>Whether a loss that may be any takes the value: which one it is the analyzer knows, where its caller is in the same program.</summary>
    public bool HasOpenLoss { get; private set; }

    /// <summary>The expressions that are read as the converted value; null where that is not known.</summary>
    public ImmutableArray<ExpressionSyntax>? Of(ExpressionSyntax value)
    {
        if (_depth >= DepthLimit)
        {
            return null;
        }

        _depth++;
        var result = Read(value);
        _depth--;
        return result;
    }

    /// <summary>What becomes of the results of a method.</summary>
    public ImmutableArray<ExpressionSyntax>? OfResults(IMethodSymbol method)
    {
        if (_outputs.Of(method) is not { } outputs)
        {
            return null;
        }

        var reads = ImmutableArray<ExpressionSyntax>.Empty;
        foreach (var output in outputs)
        {
            // A call that may be of another model stays as it is.
            if (Of(output.Call) is not { } read || (!output.IsCertain && !read.IsEmpty))
            {
                return null;
            }

            reads = reads.AddRange(read);
        }

        return reads;
    }

    private ImmutableArray<ExpressionSyntax>? Read(ExpressionSyntax value)
    {
        switch (value.Parent)
        {
            case ParenthesizedExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                return Of((ExpressionSyntax)value.Parent);
            case ExpressionStatementSyntax:
                return ImmutableArray<ExpressionSyntax>.Empty;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                return sources.Model(value.SyntaxTree).GetDeclaredSymbol(declarator, finding.Cancellation) is ILocalSymbol local ? OfVariable(local, declarator, value) : null;
            case ArgumentSyntax argument:
                return OfArgument(argument, value);
            case MemberAccessExpressionSyntax access when access.Expression == value:
                return OfMember(access, value);
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax when sources.Model(value.SyntaxTree).GetEnclosingSymbol(value.SpanStart, finding.Cancellation) is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && IsTensor(value) && !Promises.HasOnResult(method):
                // What nobody in the solution calls is there for those who read what it says.
                return OfResults(method) is { } results ? IsCalled(method) ? results : Itself(value) : null;
            default:
                return Itself(value);
        }
    }

    private bool IsCalled(IMethodSymbol method) => _outputs.Of(method) is { Count: > 0 };

    private FindingContext In(SyntaxNode node) => finding.In(sources.Model(node.SyntaxTree));

    private ISymbol? Symbol(SyntaxNode node) => In(node).Symbol(node);

    private ITypeSymbol? Type(SyntaxNode node) => In(node).Type(node);

    private bool IsTensor(ExpressionSyntax value) => Conversions.IsTensor(Type(value));

    private static ImmutableArray<ExpressionSyntax> Itself(ExpressionSyntax value) => ImmutableArray.Create(value);

    /// <summary>A local that is assigned once, where it is declared, or a parameter.</summary>
    private ImmutableArray<ExpressionSyntax>? OfVariable(ISymbol variable, SyntaxNode declaration, ExpressionSyntax? value)
    {
        var reads = ImmutableArray<ExpressionSyntax>.Empty;
        var any = false;
        foreach (var mention in Mentions(variable, declaration))
        {
            any = true;
            if (Variables.IsAssigned(mention) || Of(mention) is not { } read)
            {
                return null;
            }

            reads = reads.AddRange(read);
        }

        // Where every mention reads it so the value itself is converted, once.
        return value is not null && any && reads.Length > 0 && reads.All(read => read is IdentifierNameSyntax) && !HasOther(variable, declaration, reads) ? Itself(value) : reads;
    }

    private bool HasOther(ISymbol variable, SyntaxNode declaration, ImmutableArray<ExpressionSyntax> reads)
        => Mentions(variable, declaration).Any(mention => !reads.Contains(mention));

    private IEnumerable<IdentifierNameSyntax> Mentions(ISymbol variable, SyntaxNode declaration)
        => Variables.Mentions(In(declaration), variable, Variables.Scope(declaration));

    private ImmutableArray<ExpressionSyntax>? OfArgument(ArgumentSyntax argument, ExpressionSyntax value)
    {
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list || Symbol(call) is not IMethodSymbol method)
        {
            return Itself(value);
        }

        var parameter = argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument));
        if (parameter is null)
        {
            return Itself(value);
        }

        if (Loss(method, call) is { } loss)
        {
            return parameter.Ordinal == 0 ? TakenBy(loss, value) : Itself(value);
        }

        if (_libraries.Argument(method, parameter) is not TensorUse.Unknown and var use)
        {
            return Used(use, call, value);
        }

        if (method.PartialImplementationPart is null && parameter.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is { } declaration
            && sources.Contains(declaration.SyntaxTree)
            && sources.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, finding.Cancellation) is { } declared
            && method.OriginalDefinition is { IsVirtual: false, IsAbstract: false, IsOverride: false })
        {
            // What a method does with it is done for all its callers: it is converted before it gets there, or not at all.
            return OfVariable(declared, declaration, null) is not { } reads ? null
                : reads.IsEmpty ? reads
                : HasOther(declared, declaration, reads) ? null
                : Itself(value);
        }

        return Itself(value);
    }

    private ImmutableArray<ExpressionSyntax>? OfMember(MemberAccessExpressionSyntax access, ExpressionSyntax value)
    {
        var symbol = Symbol(access);
        if (access.Parent is InvocationExpressionSyntax call && symbol is IMethodSymbol method)
        {
            return Used(_libraries.Receiver(method), call, value);
        }

        return symbol is IPropertySymbol property && !Conversions.IsTensor(property.Type) ? ImmutableArray<ExpressionSyntax>.Empty : Itself(value);
    }

    /// <summary>The order of the numbers is the same before and after, and what only moves them keeps what they are.</summary>
    private ImmutableArray<ExpressionSyntax>? Used(TensorUse use, SyntaxNode call, ExpressionSyntax value) => use switch
    {
        TensorUse.AsLogits or TensorUse.OrderOnly => ImmutableArray<ExpressionSyntax>.Empty,
        TensorUse.Kept when call is InvocationExpressionSyntax result && IsTensor(result) => Of(result) is { } reads ? reads.Length == 1 && reads[0] == result ? Itself(value) : reads : null,
        _ => Itself(value),
    };

    /// <summary>The type of the loss object that a call is one of; null where it is none.</summary>
    private ITypeSymbol? Loss(IMethodSymbol method, SyntaxNode call)
        => method is { Name: "call" or "forward" or "Call", Parameters.Length: >= 2, IsStatic: false }
            && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
            && Type(receiver) is { } type
            && _libraries.IsModelled(type)
            && IsTensor((ExpressionSyntax)call)
            ? type
            : null;

    /// <summary>What a loss reads. Of one that may be any the rehearsal tells whether it is a loss for what arrives then, in the program of the finding.</summary>
    private ImmutableArray<ExpressionSyntax>? TakenBy(ITypeSymbol loss, ExpressionSyntax value)
    {
        switch (_libraries.Called(loss))
        {
            case TensorUse.AsLogits:
                return ImmutableArray<ExpressionSyntax>.Empty;
            case TensorUse.Unknown when sources.Model(value.SyntaxTree).Compilation.AssemblyName == finding.Model.Compilation.AssemblyName:
                HasOpenLoss = true;
                return ImmutableArray<ExpressionSyntax>.Empty;
            case TensorUse.Unknown:
                return null;
            default:
                return Itself(value);
        }
    }
}
