using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which types can carry a kind, a model or a loss, told from how they are written: not texts, whole numbers and truths. Who mentions a
/// member that neither takes nor gives anything else learns nothing of what it does.
/// </summary>
internal static class Carriers
{
    private static readonly HashSet<string> s_others = new() { "String", "Int32", "Int64", "Boolean", "Byte", "Task", "ValueTask", "CancellationToken", "Exception", "Stream", "TimeSpan", "DateTime" };

    /// <summary>Whether a member takes or gives anything that can carry a kind.</summary>
    public static bool Carries(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => IsCarrier(method.ReturnType) || method.ParameterList.Parameters.Any(parameter => IsCarrier(parameter.Type)),
        PropertyDeclarationSyntax property => IsCarrier(property.Type),
        BaseFieldDeclarationSyntax fields => IsCarrier(fields.Declaration.Type),
        _ => true,
    };

    public static bool IsCarrier(TypeSyntax? type) => type switch
    {
        null => true,
        PredefinedTypeSyntax predefined => predefined.Keyword.Kind() is SyntaxKind.FloatKeyword or SyntaxKind.DoubleKeyword or SyntaxKind.ObjectKeyword,
        ArrayTypeSyntax array => IsCarrier(array.ElementType),
        NullableTypeSyntax nullable => IsCarrier(nullable.ElementType),
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Any(IsCarrier),
        IdentifierNameSyntax name => !s_others.Contains(name.Identifier.ValueText),
        QualifiedNameSyntax qualified => IsCarrier(qualified.Right),
        RefTypeSyntax reference => IsCarrier(reference.Type),
        _ => true,
    };
}
