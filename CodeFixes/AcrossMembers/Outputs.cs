using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>The calls of a method in a program, however they name it: by itself, by what it overrides, or by what calls a module's <c>forward</c>.</summary>
internal sealed class Outputs(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>A call, and whether it is sure to be one of the method: a call by a base type may be of another.</summary>
    public readonly record struct Output(InvocationExpressionSyntax Call, bool IsCertain);

    private readonly Dictionary<IMethodSymbol, List<Output>?> _byMethod = new(SymbolEqualityComparer.Default);

    /// <summary>The calls of a method; null where its object goes where calls are not seen: into a list of layers, say.</summary>
    public List<Output>? Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!_byMethod.TryGetValue(method, out var outputs))
        {
            outputs = Find(method);
            _byMethod[method] = outputs;
        }

        return outputs;
    }

    private List<Output>? Find(IMethodSymbol method)
    {
        var isForward = method is { Name: "forward", IsOverride: true };
        if (isForward && Creations(method.ContainingType).Any(creation => !IsFollowed(creation)))
        {
            return null;
        }

        var names = isForward ? new[] { "forward", "call" } : new[] { method.Name };
        var result = new List<Output>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var name in tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Where(name => Array.IndexOf(names, name.Identifier.ValueText) >= 0))
            {
                model ??= compilation.GetSemanticModel(tree);
                if (name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || Calls.Name(call) != name)
                {
                    if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, method))
                    {
                        // Handed on as a delegate.
                        return null;
                    }

                    continue;
                }

                if (model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol called && Certainty(called, Receiver(model, call), method, isForward) is { } isCertain)
                {
                    result.Add(new Output(call, isCertain));
                }
            }
        }

        return result;
    }

    /// <summary>Whether a call is one of the method; null where it is not.</summary>
    private static bool? Certainty(IMethodSymbol called, ITypeSymbol? receiver, IMethodSymbol method, bool isForward)
    {
        called = called.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method) || (isForward && IsA(receiver, method.ContainingType)))
        {
            return true;
        }

        if (isForward)
        {
            return called.Parameters.Length == method.Parameters.Length && called.MethodKind == MethodKind.Ordinary && !called.IsStatic && receiver is { TypeKind: TypeKind.Class or TypeKind.TypeParameter } && IsA(method.ContainingType, receiver) ? false : null;
        }

        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
            {
                return false;
            }
        }

        return called.ContainingType is { TypeKind: TypeKind.Interface } contract && method.ContainingType.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, contract.OriginalDefinition)) ? false : null;
    }

    private ITypeSymbol? Receiver(SemanticModel model, InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => model.GetTypeInfo(access.Expression, cancellation).Type,
        _ => model.GetEnclosingSymbol(call.SpanStart, cancellation)?.ContainingType,
    };

    private static bool IsA(ITypeSymbol? type, ITypeSymbol ancestor)
    {
        for (var current = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.FirstOrDefault() : type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<BaseObjectCreationExpressionSyntax> Creations(INamedTypeSymbol type)
        => from tree in compilation.SyntaxTrees
           from creation in tree.GetRoot(cancellation).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
           where creation is ImplicitObjectCreationExpressionSyntax || creation is ObjectCreationExpressionSyntax { Type: var named } && named.ToString().Contains(type.Name)
           where IsA(compilation.GetSemanticModel(tree).GetTypeInfo(creation, cancellation).Type, type)
           select creation;

    /// <summary>Whether an object goes where its calls are seen: into a variable, a result, or an argument of the program's own.</summary>
    private bool IsFollowed(SyntaxNode creation) => creation.Parent switch
    {
        ArgumentSyntax { Parent.Parent: { } call } => compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol is { DeclaringSyntaxReferences.IsEmpty: false },
        ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax => IsFollowed(creation.Parent),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => IsFollowed(choice),
        EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or MemberAccessExpressionSyntax or ExpressionStatementSyntax => true,
        _ => false,
    };
}
