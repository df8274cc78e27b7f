using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;
using Xunit.Abstractions;

namespace Logits.Analyzers.Tests.Programs;

/// <summary>
/// Of how many losses and samplers it is known what reaches them, in programs without annotations. Asked of the flow: the findings of
/// strict mode show one sink a call, where a call or a creation closes several.
/// </summary>
public sealed class ResolutionTests(ITestOutputHelper output)
{
    private const int ResolvedPercent = 90;

    [Fact]
    public void MostSinksAreResolved()
    {
        var resolved = 0;
        var unresolved = new List<SyntaxNode>();
        foreach (var program in TestProgram.All.Where(program => !program.Files.Any(file => file.Text.Contains("using Logits.Annotations"))))
        {
            foreach (var compilation in Analysis.Compilations(program))
            {
                var seen = Observations(compilation).ToList();
                var known = seen.Where(IsKnown).Select(observation => observation.Where).ToHashSet();
                resolved += known.Count;
                unresolved.AddRange(seen.OfType<UnverifiedObservation>().Select(sink => sink.Where).Concat(Losses(compilation)).Distinct().Where(sink => !known.Contains(sink)));
            }
        }

        output.WriteLine($"{resolved} of {resolved + unresolved.Count} sinks are resolved; these are not:");
        foreach (var sink in unresolved)
        {
            output.WriteLine($"{sink.SyntaxTree.FilePath}, line {sink.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {sink}");
        }

        Assert.True(resolved * 100 >= (resolved + unresolved.Count) * ResolvedPercent, $"only {resolved} of {resolved + unresolved.Count} sinks are resolved");
    }

    /// <summary>What the flow sees in all bodies of a program, also through the calls between them.</summary>
    private static IEnumerable<Observation> Observations(CSharpCompilation compilation)
    {
        var flow = new CompilationFlow(compilation, new Analyzers.Catalogue.Catalogue(CatalogueIndex.BuiltIn));
        return from type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
               from body in flow.Bodies(type, default)
               from sighting in Inspection.Run(flow, body, type, default)
               select sighting.Observation;
    }

    /// <summary>Whether a prediction of a known kind arrives at a sink, or at the loss that a model is compiled with.</summary>
    private static bool IsKnown(Observation observation) => observation switch
    {
        SinkObservation sink => sink.Arrived.Kinds.IsKnown && sink.Needed.All((kind, _) => kind is Kind.Logits or Kind.LogProbabilities or Kind.Probabilities),
        CompileObservation compiled => compiled.Output.Kinds.IsKnown,
        _ => false,
    };

    /// <summary>The losses that a program uses, whether the flow knows them or not: what an object of one is called with first, and what a model is compiled with.</summary>
    private static IEnumerable<SyntaxNode> Losses(CSharpCompilation compilation)
        => from tree in compilation.SyntaxTrees
           let model = compilation.GetSemanticModel(tree)
           from syntax in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
           let call = model.GetOperation(syntax) as IInvocationOperation
           where call is not null
           let loss = call.TargetMethod.Name switch
           {
               "call" or "forward" when call.Instance?.Type is { } type && IsLoss(type) => call.Arguments[0],
               "compile" => call.Arguments.FirstOrDefault(argument => argument.Parameter!.Type.Name == "ILossFunc"),
               _ => null,
           }
           where loss is not null
           select loss.Value.Syntax;

    private static bool IsLoss(ITypeSymbol type)
        => type.ContainingAssembly?.Name == "TorchSharp" && (type.Name == "Loss" || (type.BaseType is { } parent && IsLoss(parent)));
}
