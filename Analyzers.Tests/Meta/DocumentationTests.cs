using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Logits.Analyzers.Rules;
using Logits.Analyzers.Tests.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Logits.Analyzers.Tests.Meta;

/// <summary>The pages say what is so: the words are all there, and the walks of the architecture page work.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void EveryWordIsOnThePage()
    {
        var page = Regex.Matches(Repository.Text("docs/annotations.md"), @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(WordReader.Vocabulary.Order(), page.Order());

        var attributes = Repository.Files("Runtime/Annotations", "*Attribute.cs").Select(Path.GetFileNameWithoutExtension).Select(name => name![..^"Attribute".Length]).Where(name => name != "Kind");
        Assert.Equal(WordReader.Vocabulary.Order(), attributes.Order());
    }

    [Fact]
    public void TheEnumerationsOfTheAnnotationsAreTheAnalyzersOwn()
    {
        foreach (var (file, names) in new[] { ("Kind", Enum.GetNames<Kind>()), ("Link", Enum.GetNames<Link>()), ("Operation", Enum.GetNames<Operation>()) })
        {
            var declared = CSharpSyntaxTree.ParseText(Repository.Text($"Runtime/Annotations/{file}.cs")).GetRoot().DescendantNodes().OfType<EnumMemberDeclarationSyntax>().Select(member => member.Identifier.ValueText);
            Assert.Equal(names, declared);
        }
    }

    [Fact]
    public void TheWalkOfALibraryWorks()
    {
        var index = new CatalogueIndex(CatalogueReader.Read([Walk("library")]));
        var program = """
            namespace TinyNet
            {
                public class Matrix { }
                public static class Ops
                {
                    public static Matrix Affine(Matrix x, int outputs) => x;
                    public static Matrix SoftMax(Matrix scores) => scores;
                    public static double CrossEntropy(Matrix prediction, Matrix labels) => 0;
                }
            }
            class C { double M(TinyNet.Matrix x, TinyNet.Matrix y) => TinyNet.Ops.CrossEntropy(TinyNet.Ops.SoftMax(TinyNet.Ops.Affine(x, 3)), y); }
            """;
        Assert.Equal("LGT1001", Assert.Single(Findings(program, index, RuleBook.Judge)).Descriptor.Id);
    }

    [Fact]
    public void TheWalkOfARuleWorks()
    {
        // The assembly has the name of this one, which may see the analyzer's internals.
        var references = LibrarySources.FrameworkReferences
            .Add(MetadataReference.CreateFromFile(typeof(LogitsAnalyzer).Assembly.Location))
            .Add(MetadataReference.CreateFromFile(typeof(Diagnostic).Assembly.Location))
            .Add(MetadataReference.CreateFromFile(typeof(CSharpSyntaxTree).Assembly.Location));
        var compilation = CSharpCompilation.Create("Logits.Analyzers.Tests", [CSharpSyntaxTree.ParseText(Walk("rule"))], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var rule = (Rule)Activator.CreateInstance(Assembly.Load(image.ToArray()).GetType("Logits.Analyzers.Rules.PercentThresholdRule")!)!;

        var program = Analysis.TorchSharpUsings + "class C { Tensor M(Tensor x) => torch.sigmoid(x) > 50; Tensor N(Tensor x) => torch.sigmoid(x) > 0.5; Tensor O(Tensor x) => x > 50; }";
        Assert.Equal("LGT2099", Assert.Single(Findings(program, CatalogueIndex.BuiltIn, rule.Check)).Descriptor.Id);
    }

    private static List<Finding> Findings(string program, CatalogueIndex index, Func<Observation, Finding?> judge)
    {
        var compilation = Analysis.Compilation(program, LibrarySources.FrameworkReferences.Add(LibrarySources.TorchSharpReference));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var flow = new CompilationFlow(compilation, index, new Annotations(compilation));
        return compilation.GetTypeByMetadataName("C")!.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary)
            .SelectMany(method => Inspection.Run(flow, flow.Body(method.DeclaringSyntaxReferences[0].GetSyntax(), method, default), method.ContainingType, default))
            .Select(sighting => judge(sighting.Observation))
            .OfType<Finding>()
            .ToList();
    }

    private static string Walk(string name)
        => Regex.Match(Repository.Text("docs/architecture.md"), $@"<!-- walk: {name} -->\s*```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
