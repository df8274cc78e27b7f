using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Logits.Analyzers.Catalogue;

/// <summary>Reads annotated C# declarations into rows. Syntax only: nothing is bound, nothing has to be referenced.</summary>
internal static class CatalogueReader
{
    /// <summary>The names of the members that apply an object, best first.</summary>
    private static readonly ImmutableArray<string> CallNames = ImmutableArray.Create("call", "Call", "Apply", "forward", "Invoke");

    public static ImmutableArray<TypeRow> Read(IEnumerable<string> sources, CancellationToken cancellation = default)
    {
        var types = new Dictionary<string, TypeBuilder>();
        foreach (var source in sources)
        {
            var root = CSharpSyntaxTree.ParseText(source, cancellationToken: cancellation).GetRoot(cancellation);
            foreach (var declaration in root.DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>())
            {
                if (declaration is TypeDeclarationSyntax type)
                {
                    Builder(types, type).Add(type);
                }
                else if (declaration.Parent is TypeDeclarationSyntax parent && Member(declaration) is { } member)
                {
                    Builder(types, parent).Members.Add(member);
                }
            }
        }

        return types.Values.Select(builder => builder.Build()).ToImmutableArray();
    }

    private static TypeBuilder Builder(Dictionary<string, TypeBuilder> types, TypeDeclarationSyntax type)
    {
        var key = Key(type);
        if (!types.TryGetValue(key, out var builder))
        {
            types[key] = builder = new TypeBuilder(key, type.Identifier.ValueText);
        }

        return builder;
    }

    private static string Key(SyntaxNode declaration)
    {
        var segments = new List<string>();
        for (SyntaxNode? node = declaration; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case TypeDeclarationSyntax type:
                    var arity = type.TypeParameterList?.Parameters.Count ?? 0;
                    segments.Add(arity == 0 ? type.Identifier.ValueText : $"{type.Identifier.ValueText}`{arity}");
                    break;
                case BaseNamespaceDeclarationSyntax @namespace:
                    segments.Add(@namespace.Name.ToString());
                    break;
            }
        }

        segments.Reverse();
        return string.Join(".", segments);
    }

    private static MemberRow? Member(MemberDeclarationSyntax declaration) => declaration switch
    {
        MethodDeclarationSyntax method => Member(method, method.Identifier.ValueText, method.ParameterList, method.ReturnType),
        ConstructorDeclarationSyntax constructor => Member(constructor, MemberRow.ConstructorName, constructor.ParameterList, null),
        IndexerDeclarationSyntax indexer => Member(indexer, MemberRow.IndexerName, indexer.ParameterList, indexer.Type),
        PropertyDeclarationSyntax property => Member(property, property.Identifier.ValueText, null, property.Type),
        FieldDeclarationSyntax field => Member(field, field.Declaration.Variables[0].Identifier.ValueText, null, field.Declaration.Type),
        _ => null,
    };

    private static MemberRow Member(MemberDeclarationSyntax declaration, string name, BaseParameterListSyntax? parameters, TypeSyntax? returnType)
    {
        var isProperty = parameters is null;
        var elements = returnType is TupleTypeSyntax tuple
            ? tuple.Elements.Select(element => element.Identifier.ValueText).ToImmutableArray()
            : ImmutableArray<string>.Empty;
        var words = Words(declaration.AttributeLists.Where(list => list.Target is null));
        var resultWords = Words(declaration.AttributeLists.Where(list => list.Target?.Identifier.ValueText == "return"));
        return new MemberRow(
            name,
            declaration.Modifiers.Any(SyntaxKind.StaticKeyword),
            (parameters?.Parameters ?? default).Select(Parameter).ToImmutableArray(),
            WordReader.Results(isProperty || name == MemberRow.IndexerName ? words.Concat(resultWords).ToList() : resultWords, elements),
            returnType?.ToString() ?? "")
        {
            Elements = elements,
            IsProperty = isProperty,
            InPlace = words.Any(word => word.Name == "InPlace"),
            ReceiverNeeds = isProperty ? default : WordReader.Kinds(words),
            Whens = WordReader.Whens(words),
            Counterparts = WordReader.Counterparts(words),
        };
    }

    private static ParameterRow Parameter(ParameterSyntax parameter) => WordReader.Parameter(
        parameter.Identifier.ValueText,
        parameter.Type is null ? "" : Constants.LastName(parameter.Type),
        Words(parameter.AttributeLists),
        parameter.Default is not null,
        parameter.Default is null ? null : Constants.Of(parameter.Default.Value));

    private static List<Word> Words(IEnumerable<AttributeListSyntax> lists) => lists.SelectMany(list => list.Attributes).Select(Word.From).ToList();

    /// <summary>Collects the parts of one type, which may be spread over declarations and files.</summary>
    private sealed class TypeBuilder(string key, string simpleName)
    {
        private readonly List<Word> _words = new();

        public List<MemberRow> Members { get; } = new();

        public void Add(TypeDeclarationSyntax declaration) => _words.AddRange(Words(declaration.AttributeLists));

        public TypeRow Build()
        {
            var row = new TypeRow(key, simpleName)
            {
                Members = Members.ToImmutableArray(),
                Names = _words.Where(word => word.Name == "Named").Select(word => word.Argument(0)).OfType<string>().ToImmutableArray(),
                Spellings = WordReader.Spellings(_words),
                CarriesKind = _words.Any(word => word.Name == "CarriesKind"),
                IsLearned = _words.Any(word => word.Name == "Learned"),
                Call = CallNames
                    .Select(name => Members.FirstOrDefault(member => member.Name == name && !member.IsStatic && member.Result.Rule != ResultRule.Applies))
                    .FirstOrDefault(member => member is not null),
            };
            foreach (var member in Members)
            {
                member.Type = row;
            }

            return row;
        }
    }
}
