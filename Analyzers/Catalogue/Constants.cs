using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Catalogue;

/// <summary>Reads names and constants of a catalogue file, of which only the syntax is known.</summary>
internal static class Constants
{
    /// <summary>The value of a literal, the name of an enum member; null for null and for all else.</summary>
    public static object? Of(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => Negated(Of(minus.Operand)),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        _ => null,
    };

    /// <summary>The last identifier of a type or attribute name: <c>Tensor</c> of <c>torch.Tensor?</c>, <c>Module</c> of <c>Module&lt;T&gt;[]</c>.</summary>
    public static string LastName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax alias => LastName(alias.Name),
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        ArrayTypeSyntax array => LastName(array.ElementType),
        RefTypeSyntax reference => LastName(reference.Type),
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() switch
        {
            SyntaxKind.BoolKeyword => "Boolean",
            SyntaxKind.IntKeyword => "Int32",
            SyntaxKind.LongKeyword => "Int64",
            SyntaxKind.FloatKeyword => "Single",
            SyntaxKind.DoubleKeyword => "Double",
            SyntaxKind.StringKeyword => "String",
            SyntaxKind.ObjectKeyword => "Object",
            _ => predefined.Keyword.ValueText,
        },
        _ => "",
    };

    private static object? Negated(object? value) => value switch
    {
        int i => -i,
        long l => -l,
        double d => -d,
        float f => -f,
        _ => null,
    };
}
