using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Tests.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Logits.Analyzers.Tests.Catalogue;

/// <summary>The catalogue says nothing of members that do not exist, and something of every member that decides kinds.</summary>
public sealed class CatalogueRowsTests
{
    [Fact]
    public void EveryRowIsAboutAMemberThatExists()
    {
        var members = new HashSet<string>(new[] { "torchsharp.tsv", "torchsharp-old.tsv", "tensorflow.tsv" }.SelectMany(Lines).Select(line => WithoutParameters(line.Split('\t')[0])));
        var exempt = new HashSet<string>(Lines("catalogue-only.tsv").Select(line => line.Split('\t')[0]));
        var rows = CatalogueIndex.BuiltIn.Types
            .Where(type => type.Library != "System")
            .SelectMany(type => type.Members.Where(member => member != type.Call))
            .Select(Id)
            .ToList();

        var unknown = rows.Where(id => !members.Contains(id) && !exempt.Contains(id)).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToList();
        Assert.True(unknown.Count == 0, "Rows about members that no list of documentation ids has:\n" + string.Join("\n", unknown));

        var idle = exempt.Where(id => !rows.Contains(id)).ToList();
        Assert.True(idle.Count == 0, "Exemptions that no row needs:\n" + string.Join("\n", idle));
    }

    [Fact]
    public void EveryMemberThatDecidesKindsHasARow()
    {
        var compilations = new[] { LibrarySources.TorchSharpReference, LibrarySources.KerasReference }
            .Select(reference => CSharpCompilation.Create("rows", references: LibrarySources.FrameworkReferences.Add(reference)))
            .ToList();
        var catalogue = new Analyzers.Catalogue.Catalogue(CatalogueIndex.BuiltIn);
        var missing = new List<string>();
        foreach (var id in Lines("modelled.txt"))
        {
            var symbol = compilations.Select(compilation => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)).FirstOrDefault(found => found is not null);
            if (symbol is null)
            {
                missing.Add(id + " is not declared");
            }
            else if (catalogue.Find(symbol) is null)
            {
                missing.Add(id);
            }
        }

        Assert.True(missing.Count == 0, "Members without a row:\n" + string.Join("\n", missing));
    }

    [Fact]
    public void EveryWordOfEveryFileIsKnown()
    {
        var words = typeof(CatalogueIndex).Assembly.GetManifestResourceNames()
            .Select(Resource)
            .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax>())
            .Select(attribute => attribute.Name.ToString())
            .Distinct();
        Assert.DoesNotContain(words, word => !WordReader.Vocabulary.Contains(word));
    }

    [Fact]
    public void EveryFileParses()
        => Assert.Empty(typeof(CatalogueIndex).Assembly.GetManifestResourceNames()
            .SelectMany(name => CSharpSyntaxTree.ParseText(Resource(name), path: name).GetDiagnostics())
            .Select(diagnostic => diagnostic.ToString()));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(CatalogueIndex).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string Id(MemberRow member)
    {
        var name = member.Name switch
        {
            MemberRow.ConstructorName => "#ctor",
            MemberRow.IndexerName => "Item",
            _ => member.Name,
        };
        return $"{member.Type.Key}.{name}";
    }

    private static string WithoutParameters(string id)
    {
        var end = id.IndexOf('(');
        var path = (end < 0 ? id : id[..end])[2..];
        var arity = path.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? path : path[..arity];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(CatalogueRowsTests).Assembly.GetManifestResourceStream("TestData/DocumentationIds/" + file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
