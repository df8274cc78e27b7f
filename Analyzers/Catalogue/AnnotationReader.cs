using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Catalogue;

/// <summary>Reads the attributes that a program, or a library that it references, puts on its own members: the same words as in the catalogue.</summary>
internal static class AnnotationReader
{
    /// <summary>The row that a member's attributes make; null where it has none.</summary>
    /// <param name="library">The library whose users' spelling a fix should use.</param>
    public static MemberRow? Member(ISymbol symbol, string name, string library, bool isOwn)
    {
        var words = Words(symbol.GetAttributes());
        var resultWords = symbol is IMethodSymbol returning ? Words(returning.GetReturnTypeAttributes()) : new List<Word>();
        var parameters = symbol is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty;
        var rows = parameters.Select(Parameter).ToImmutableArray();
        var isProperty = symbol is IPropertySymbol or IFieldSymbol;

        // Of a member of the program its body says more than the type of what it gives.
        var typeWords = isOwn || (isProperty ? words : resultWords).Count > 0 ? new List<Word>() : KindsOf(Given(symbol));
        if (words.Count == 0 && resultWords.Count == 0 && typeWords.Count == 0 && rows.All(row => !row.Matters))
        {
            return null;
        }

        var elements = Type(symbol) is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(element => element.Name).ToImmutableArray() : ImmutableArray<string>.Empty;
        var hasElements = words.Concat(resultWords).Any(word => word.Element is not null);
        return new MemberRow(name, symbol.IsStatic, rows, WordReader.Results(typeWords.Count > 0 ? typeWords : isProperty ? words : resultWords, hasElements ? elements : ImmutableArray<string>.Empty), "")
        {
            Type = new TypeRow(library + "." + symbol.ContainingType.Name, symbol.ContainingType.Name) { CarriesKind = Words(symbol.ContainingType.GetAttributes()).Any(word => word.Name == "CarriesKind") },
            IsTyped = typeWords.Count > 0,
            Elements = hasElements ? elements : ImmutableArray<string>.Empty,
            IsProperty = isProperty,
            InPlace = words.Any(word => word.Name == "InPlace"),
            ReceiverNeeds = isProperty ? default : WordReader.Kinds(words),
            Whens = WordReader.Whens(words),
            Counterparts = WordReader.Counterparts(words),
            IsOwn = isOwn,
        };
    }

    /// <summary>
    /// The kinds that a method promises to return, or that a parameter, property or field promises to hold: by its own attributes, those of
    /// what it overrides or implements, or those of its type. Empty where nothing is promised, and of what is there to be written.
    /// </summary>
    public static KindSet Promised(ISymbol symbol)
    {
        if (symbol is IParameterSymbol parameter && IsDestination(parameter))
        {
            return KindSet.Empty;
        }

        var own = Own(symbol);
        if (own.IsEmpty && Inherited(symbol) is { } inherited)
        {
            own = Promised(inherited);
        }

        return own.IsEmpty && Type(symbol) is { } type ? WordReader.Kinds(Words(type.GetAttributes())) : own;
    }

    /// <summary>The same without what the type says: what is assigned to it the compiler has checked.</summary>
    public static KindSet PromisedByName(ISymbol symbol)
        => Own(symbol) is { IsEmpty: false } own ? own : Inherited(symbol) is { } inherited ? PromisedByName(inherited) : KindSet.Empty;

    /// <summary>What a member's own attributes say, and nobody else's.</summary>
    public static KindSet Own(ISymbol symbol)
        => WordReader.Kinds(symbol is IMethodSymbol method ? Words(method.GetReturnTypeAttributes()) : Words(symbol.GetAttributes()));

    /// <summary>The member, or parameter of a member, that this one overrides or implements.</summary>
    public static ISymbol? Inherited(ISymbol symbol)
    {
        switch (symbol)
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter:
                return Inherited(method) is IMethodSymbol inherited && parameter.Ordinal < inherited.Parameters.Length ? inherited.Parameters[parameter.Ordinal] : null;
            case IMethodSymbol { OverriddenMethod: { } overridden }:
                return overridden;
            case IPropertySymbol { OverriddenProperty: { } overridden }:
                return overridden;
            case IMethodSymbol or IPropertySymbol when symbol.ContainingType is { TypeKind: not TypeKind.Interface } type:
                return type.AllInterfaces
                    .SelectMany(contract => contract.GetMembers(symbol.Name))
                    .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol));
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether a member writes an argument: the parameter says so, by a word or as <c>out</c>; or its type can be written and has a kind,
    /// and there is something beside it that can only be read. A span on its own may as well be read, or changed in place.
    /// </summary>
    public static bool IsDestination(IParameterSymbol parameter)
    {
        var words = Words(parameter.GetAttributes());
        return parameter.RefKind == RefKind.Out
            || words.Any(word => word.Name == nameof(ParameterRole.Destination))
            || (IsWritable(parameter.Type) && WordReader.Kinds(words).IsKnown && parameter.ContainingSymbol is IMethodSymbol method && HasSource(method));
    }

    private static bool HasSource(IMethodSymbol method)
        => (!method.IsStatic && Words(method.ContainingType.GetAttributes()).Count > 0) || method.Parameters.Any(parameter => !IsWritable(parameter.Type) && IsSource(parameter));

    /// <summary>Whether what is written may come from a parameter: of many numbers, and of no labels.</summary>
    private static bool IsSource(IParameterSymbol parameter)
    {
        var kinds = WordReader.Kinds(Words(parameter.GetAttributes()));
        return parameter.RefKind != RefKind.Out
            && !kinds.Any((kind, _) => kind is Kind.ClassIndices or Kind.OneHot or Kind.BinaryLabels)
            && (NumericMemory.IsOf(parameter.Type) || Words(parameter.Type.GetAttributes()).Count > 0 || (kinds.IsKnown && parameter.Type.IsReferenceType));
    }

    private static bool IsWritable(ITypeSymbol type) => NumericMemory.IsWritable(type) && type is not IArrayTypeSymbol;

    private static ParameterRow Parameter(IParameterSymbol parameter)
    {
        var row = WordReader.Parameter(
            parameter.Name,
            parameter.Type.Name,
            Words(parameter.GetAttributes()),
            parameter.HasExplicitDefaultValue,
            parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null);
        return row.Matters && IsDestination(parameter) ? row with { Roles = row.Roles | ParameterRole.Destination } : row;
    }

    /// <summary>The type of what a member gives; a constructor gives its own.</summary>
    private static ITypeSymbol? Given(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : Type(symbol);

    private static List<Word> KindsOf(ITypeSymbol? type)
        => type is null ? new List<Word>() : Words(type.GetAttributes()).Where(word => WordReader.Kinds(new[] { word }).IsKnown).ToList();

    private static List<Word> Words(ImmutableArray<AttributeData> attributes) => attributes.Select(Word.From).OfType<Word>().ToList();

    private static ITypeSymbol? Type(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
