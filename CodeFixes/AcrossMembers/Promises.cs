using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>What members promise by attributes, which a fix must not break.</summary>
internal static class Promises
{
    /// <summary>Whether a method says something of its result, itself or by what it overrides or implements.</summary>
    public static bool HasOnResult(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (!current.GetReturnTypeAttributes().IsEmpty)
            {
                return true;
            }
        }

        return method.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member => member is IMethodSymbol declared && !declared.GetReturnTypeAttributes().IsEmpty && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
    }
}
