using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Catalogue;

/// <summary>Arrays, spans and memory of numbers.</summary>
internal static class NumericMemory
{
    /// <summary>Whether the numbers of a type may be predictions: they have a fraction.</summary>
    public static bool IsOf(ITypeSymbol? type) => Element(type) is { } element && IsFraction(element);

    /// <summary>Whether who is handed this can write numbers into it.</summary>
    public static bool IsWritable(ITypeSymbol? type)
        => type is { SpecialType: SpecialType.System_Array }
            || (type is not { Name: "ReadOnlySpan" or "ReadOnlyMemory" or "ReadOnlyTensorSpan" } && Element(type) is { } element && (IsFraction(element) || element.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64));

    private static ITypeSymbol? Element(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => element,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "TensorSpan" or "ReadOnlyTensorSpan", TypeArguments: { Length: 1 } arguments } => arguments[0],
        _ => null,
    };

    private static bool IsFraction(ITypeSymbol type)
        => type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } or { Name: "Half" or "BFloat16" } or { TypeKind: TypeKind.TypeParameter };
}
