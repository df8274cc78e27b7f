using System.Globalization;
using System.Linq;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Rules;

/// <summary>The parts that messages are made of.</summary>
internal static class Text
{
    private const int LongestQuote = 40;

    /// <summary>The expression in quotes, or a word for it where it is long.</summary>
    public static string Subject(SyntaxNode node, SyntaxNode here)
    {
        var text = node.ToString();
        var subject = text.Length <= LongestQuote && !text.Contains("\n") ? $"'{text}'" : "The value";
        return Member(node) is { } member && member != Member(here) ? $"{subject} in '{member}'" : subject;
    }

    /// <summary>Where a value comes from: what made it, in which member, on which line.</summary>
    public static string Origin(EquatableArray<Place> places, SyntaxNode from)
        => places.Count == 0 ? "" : $" ({string.Join(" or ", places.Select(place => Origin(place, from)))})";

    /// <summary>The name of what is called: <c>log</c> of <c>torch.log(p)</c>.</summary>
    public static string Callee(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        _ => "log",
    };

    public static string Name(Kind kind) => kind == Kind.LogProbabilities ? "log-probabilities" : kind.ToString().ToLowerInvariant();

    /// <summary>The kinds of a value in words: logits or scores.</summary>
    public static string Name(KindSet kinds) => string.Join(" or ", kinds.Members().Select(member => Name(member.Kind)).Distinct());

    /// <summary>The same, with the links where kinds alone would be the words of the others too: probabilities by softmax.</summary>
    public static string Name(KindSet kinds, KindSet others)
        => Name(kinds) is var name && name != Name(others) ? name
            : string.Join(" or ", kinds.Members().Select(member => member.Link == Link.None ? Name(member.Kind) : $"{Name(member.Kind)} by {member.Link.ToString().ToLowerInvariant()}").Distinct());

    public static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Origin(Place place, SyntaxNode from) => $"{place.Name}{Location(place.Node, from)}";

    /// <summary>The member, the line and the file, as far as they are not those of the place where this is read.</summary>
    private static string Location(SyntaxNode node, SyntaxNode from)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var member = Member(node);
        var where = member is not null && member != Member(from) ? $" in '{member}'" : "";
        var file = node.SyntaxTree == from.SyntaxTree ? "" : $" of {System.IO.Path.GetFileName(node.SyntaxTree.FilePath)}";
        return $"{where}, line {line.ToString(CultureInfo.InvariantCulture)}{file}";
    }

    private static string? Member(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            var name = ancestor switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
                _ => null,
            };
            if (name is not null)
            {
                return ancestor.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } type ? $"{type.Identifier.ValueText}.{name}" : name;
            }
        }

        return null;
    }
}
