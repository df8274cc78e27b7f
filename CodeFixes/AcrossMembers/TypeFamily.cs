using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>Which types an object may be of, over all projects that see them.</summary>
internal static class TypeFamily
{
    /// <summary>Whether what has a type is sure to be of another one: the same, or one that it derives from.</summary>
    public static bool IsA(ITypeSymbol? type, ITypeSymbol ancestor)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(constraint => IsA(constraint, ancestor));
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolIdentity.AreSame(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what has a type may be an object of a class: by a base class, or by an interface, which a class that derives from it may have.</summary>
    public static bool MayBe(ITypeSymbol type, INamedTypeSymbol actual) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.All(constraint => MayBe(constraint, actual)),
        { TypeKind: TypeKind.Interface } => !actual.IsSealed || actual.AllInterfaces.Any(contract => SymbolIdentity.AreSame(contract, type)),
        _ => IsA(actual, type),
    };
}
