using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Logits.CodeFixes;

/// <summary>Writing down, as an attribute, what a member holds.</summary>
internal static class Annotating
{
    private static readonly ImmutableHashSet<string> s_kinds = ImmutableHashSet.Create("Scores", "Logits", "LogProbabilities", "Probabilities", "Weights", "ClassIndices", "OneHot", "BinaryLabels");

    /// <summary>The mend that annotates the marked member or parameter; none where the attributes are not to be had.</summary>
    public static IEnumerable<Mend> Mends(FindingContext finding, string key)
    {
        if (finding.Property(FixProperties.Kind) is not { } kind || finding.Model.Compilation.GetTypeByMetadataName($"Logits.Annotations.{kind}Attribute") is null)
        {
            yield break;
        }

        var link = finding.Property(FixProperties.Link);
        var declaration = finding.Where.FirstAncestorOrSelf<SyntaxNode>(node => node is ParameterSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax);
        if (declaration is not null)
        {
            yield return new Mend($"Annotate as {kind}", key, new Edit(declaration, current => Annotated(current, kind, link)));
        }
    }

    private static SyntaxNode Annotated(SyntaxNode declaration, string kind, string? link)
    {
        var isMethod = declaration is MethodDeclarationSyntax;
        var arguments = link is null or "None" ? null : SyntaxFactory.ParseAttributeArgumentList($"(Logits.Annotations.Link.{link})");
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"Logits.Annotations.{kind}"), arguments).WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        var list = SyntaxFactory.AttributeList(isMethod ? SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.ReturnKeyword)) : null, SyntaxFactory.SingletonSeparatedList(attribute))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return declaration switch
        {
            MethodDeclarationSyntax method => Over(method, Kept(method.AttributeLists, "return"), list, (node, lists) => node.WithAttributeLists(lists)),
            PropertyDeclarationSyntax property => Over(property, Kept(property.AttributeLists, null), list, (node, lists) => node.WithAttributeLists(lists)),
            ParameterSyntax parameter => parameter.WithAttributeLists(Kept(parameter.AttributeLists, null).Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space))),
            _ => declaration,
        };
    }

    /// <summary>The new list above the declaration, which keeps its comments and its indentation.</summary>
    private static T Over<T>(T declaration, SyntaxList<AttributeListSyntax> kept, AttributeListSyntax list, System.Func<T, SyntaxList<AttributeListSyntax>, T> with)
        where T : MemberDeclarationSyntax
    {
        var leading = declaration.GetLeadingTrivia();
        var indentation = leading.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? SyntaxFactory.TriviaList(space) : default;
        var others = SyntaxFactory.List(kept.Select((other, i) => i == 0 ? other.WithLeadingTrivia(indentation) : other));
        var first = list.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
        return with(with(declaration, default).WithLeadingTrivia(indentation), others.Insert(0, first));
    }

    /// <summary>The lists without the kinds that they said before.</summary>
    private static SyntaxList<AttributeListSyntax> Kept(SyntaxList<AttributeListSyntax> lists, string? target)
        => SyntaxFactory.List(lists
            .Select(list => list.Target?.Identifier.ValueText != target ? list : list.WithAttributes(SyntaxFactory.SeparatedList(list.Attributes.Where(attribute => !s_kinds.Contains(Name(attribute))))))
            .Where(list => list.Attributes.Count > 0));

    private static string Name(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : attribute.Name.ToString();
        return name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
