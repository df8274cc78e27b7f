using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.CodeFixes;

/// <summary>The calls of a method in all projects that may call it, however they name it: by itself, by what it overrides, or by what calls a module's <c>forward</c>.</summary>
internal sealed class Outputs(SolutionSources sources, CancellationToken cancellation)
{
    /// <summary>A call, and whether it is sure to be one of the method: a call by a base type, or of what is overridden, may be of another.</summary>
    public readonly record struct Output(InvocationExpressionSyntax Call, bool IsCertain);

    private readonly Dictionary<IMethodSymbol, List<Output>?> _byMethod = new(SymbolEqualityComparer.Default);
    private readonly Handovers _handovers = new(sources, cancellation);

    /// <summary>The calls of a method; null where it may be called in ways that are not seen: from a list of layers, as a delegate, late bound.</summary>
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
        var names = isForward ? new[] { "forward", "call" } : new[] { method.Name };
        var isOverridden = IsOverridden(method);
        var result = new List<Output>();
        foreach (var name in sources.Trees.SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes()).OfType<SimpleNameSyntax>().Where(name => Array.IndexOf(names, name.Identifier.ValueText) >= 0))
        {
            var model = sources.Model(name.SyntaxTree);
            var call = name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } invocation && Calls.Name(invocation) == name ? invocation : null;
            var symbol = model.GetSymbolInfo((SyntaxNode?)call ?? name, cancellation).Symbol;
            if (call is not null && symbol is null)
            {
                // Late bound, or an error.
                return null;
            }

            if (symbol is not IMethodSymbol called || Certainty(called, Receiver(model, name), method, isForward) is not { } isCertain)
            {
                continue;
            }

            if (call is null)
            {
                // Handed on as a delegate.
                return null;
            }

            result.Add(new Output(call, isCertain && (!isOverridden || IsOfBase(call, called, method))));
        }

        return isForward && !_handovers.StayInSight(method.ContainingType) ? null : result;
    }

    /// <summary>Whether a call is one of the method; null where it is not.</summary>
    private static bool? Certainty(IMethodSymbol called, ITypeSymbol? receiver, IMethodSymbol method, bool isForward)
    {
        called = called.ReducedFrom ?? called;
        if (SymbolIdentity.AreSame(called, method))
        {
            return true;
        }

        if (called is not { MethodKind: MethodKind.Ordinary, IsStatic: false } || method.IsStatic || receiver is null || called.Parameters.Length != method.Parameters.Length)
        {
            return null;
        }

        if (isForward && TypeFamily.IsA(receiver, method.ContainingType))
        {
            // What a derived class declares, overriding or hiding, is another method.
            return TypeFamily.IsA(method.ContainingType, called.ContainingType) ? true
                : called.ContainingType.TypeKind == TypeKind.Interface ? false
                : null;
        }

        return TypeFamily.MayBe(receiver, method.ContainingType) && (isForward || called.ContainingType.TypeKind == TypeKind.Interface || Overrides(method, called)) ? false : null;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol ancestor)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (SymbolIdentity.AreSame(overridden, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOverridden(IMethodSymbol method)
        => method is { IsSealed: false, ContainingType.IsSealed: false } and ({ IsOverride: true } or { IsVirtual: true } or { IsAbstract: true })
            && sources.Trees.SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes())
                .OfType<MethodDeclarationSyntax>()
                .Where(declaration => declaration.Identifier.ValueText == method.Name && declaration.Modifiers.Any(SyntaxKind.OverrideKeyword))
                .Any(declaration => sources.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is { } other && Overrides(other, method));

    private static bool IsOfBase(InvocationExpressionSyntax call, IMethodSymbol called, IMethodSymbol method)
        => call.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } && SymbolIdentity.AreSame(called, method);

    private ITypeSymbol? Receiver(SemanticModel model, SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression, cancellation).Type,
        MemberBindingExpressionSyntax binding => model.GetTypeInfo(binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(binding.Span)).Expression, cancellation).Type,
        _ => model.GetEnclosingSymbol(name.SpanStart, cancellation)?.ContainingType,
    };
}
