using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Questions about symbols that hold values.</summary>
internal static class Symbols
{
    /// <summary>The type of what a variable, field, property or parameter holds; a type, which stands for this object, is its own.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
