using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which types and functions of a program can show anything to a rule. Most layers of most models cannot: what is not looked into need
/// not even be bound.
/// </summary>
internal sealed class Showing(Catalogue.Catalogue catalogue, Reach reach)
{
    private static readonly ImmutableHashSet<ISymbol> s_none = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, bool> _handed = new(SymbolEqualityComparer.Default);

    /// <summary>Whether calling a function of the source may show anything, whatever it is handed.</summary>
    public bool Shows(IMethodSymbol function) => reach.MayShow(function);

    /// <summary>Whether an object of a type of the source may, whatever it was made with.</summary>
    public bool Shows(INamedTypeSymbol type)
        => reach.MayShow(type) || catalogue.Type(type) is { Call: { Observes: true, Result.Rule: not ResultRule.Applies } };

    /// <summary>Whether a function of the source may bring a sink or a conversion together with what it needs, whatever it is handed.</summary>
    public bool Meets(IMethodSymbol function) => reach.MayMeet(function);

    /// <summary>Whether an object of a type of the source may give a kind, or show anything by itself or by what it is handed.</summary>
    public bool Matters(INamedTypeSymbol type) => Shows(type) || IsHanded(type) || reach.MayGive(type);

    /// <summary>Whether a value of a type may be, or hold, something that shows anything when it is applied.</summary>
    public bool MayShow(ITypeSymbol? type) => MayShow(type, s_none);

    /// <summary>Whether objects of a type of the source are made with, or later given, something that they may apply.</summary>
    public bool IsHanded(INamedTypeSymbol type) => _handed.GetOrAdd(type.OriginalDefinition, t => IsHanded((INamedTypeSymbol)t, s_none));

    /// <param name="outer">The types that are being asked about already: that one takes another and that one the first adds nothing.</param>
    private bool MayShow(ITypeSymbol? type, ImmutableHashSet<ISymbol> outer) => type switch
    {
        null or { SpecialType: SpecialType.System_Object } => true,
        { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None } => false,
        IArrayTypeSymbol array => MayShow(array.ElementType, outer),
        INamedTypeSymbol named when catalogue.IsSource(named) => named.TypeKind == TypeKind.Delegate || Shows(named) || IsHanded(named.OriginalDefinition, outer),
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => catalogue.Type(named) is { } row
            ? row is { CarriesKind: false, Call: not { Observes: false } }
            : named.TypeArguments.Any(argument => MayShow(argument, outer)),
        _ => true,
    };

    private bool IsHanded(INamedTypeSymbol type, ImmutableHashSet<ISymbol> outer)
    {
        if (outer.Contains(type))
        {
            return false;
        }

        outer = outer.Add(type);
        return type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => MayShow(parameter.Type, outer))
            || type.GetMembers().Any(member => member is IPropertySymbol { SetMethod: not null, IsIndexer: false } property && MayShow(property.Type, outer))
            || (Keeps(type, outer) && type.GetMembers().OfType<IMethodSymbol>().Any(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false } && method.Parameters.Any(parameter => MayShow(parameter.Type, outer))))
            || (type.BaseType?.OriginalDefinition is { } parent && catalogue.IsSource(parent) && IsHanded(parent, outer));
    }

    /// <summary>Whether a type has a field in which a method may put what it was handed.</summary>
    private bool Keeps(INamedTypeSymbol type, ImmutableHashSet<ISymbol> outer)
        => type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, IsReadOnly: false } field && MayShow(field.Type, outer));
}
