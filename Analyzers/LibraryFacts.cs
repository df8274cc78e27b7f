using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers;

/// <summary>What a call of a library's member makes of a tensor, as far as a fix has to know.</summary>
internal enum TensorUse
{
    /// <summary>Nothing is known of the member.</summary>
    Unknown,

    /// <summary>It takes the tensor for logits.</summary>
    AsLogits,

    /// <summary>Only which number is greater counts.</summary>
    OrderOnly,

    /// <summary>The result is the same numbers, in whatever shape.</summary>
    Kept,

    /// <summary>Anything else: it reads the numbers as what they are.</summary>
    AsItIs,
}

/// <summary>What the fixes may ask of the catalogue.</summary>
internal sealed class LibraryFacts
{
    private readonly Catalogue.Catalogue _catalogue = new(CatalogueIndex.BuiltIn);

    /// <summary>What a call makes of the tensor that a parameter gets.</summary>
    public TensorUse Argument(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (_catalogue.Find(method) is not { } match)
        {
            return TensorUse.Unknown;
        }

        return parameter.Ordinal < match.ParameterNames.Length && match.Row.Parameter(match.ParameterNames[parameter.Ordinal]) is { Needs: { IsKnown: true } needs }
            ? needs.Contains(Kind.Logits) ? TensorUse.AsLogits : TensorUse.AsItIs
            : Result(match.Row);
    }

    /// <summary>What a call makes of the tensor that it is called on.</summary>
    public TensorUse Receiver(IMethodSymbol method) => _catalogue.Find(method) is { } match ? Result(match.Row) : TensorUse.Unknown;

    /// <summary>What an object, a loss's, makes of the tensor that it is called with first; unknown where its type is one of many.</summary>
    public TensorUse Called(ITypeSymbol type)
        => type.IsAbstract || _catalogue.Call(type) is not { Parameters.IsEmpty: false } row ? TensorUse.Unknown
            : row.Parameters[0].Needs.Contains(Kind.Logits) ? TensorUse.AsLogits
            : TensorUse.AsItIs;

    /// <summary>Whether a type, or what it derives from, is a library's.</summary>
    public bool IsModelled(ITypeSymbol? type) => _catalogue.Type(type) is not null;

    private static TensorUse Result(MemberRow row)
        => !row.Elements.IsEmpty || row.InPlace ? TensorUse.AsItIs
            : row.Result.Rule switch
            {
                ResultRule.OrderOnly => TensorUse.OrderOnly,
                ResultRule.SameKind or ResultRule.Reshaped => TensorUse.Kept,
                _ => TensorUse.AsItIs,
            };
}
