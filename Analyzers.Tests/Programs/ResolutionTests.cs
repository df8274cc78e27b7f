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
/// strict mode show one sink a call, where a call or a creation closes several, and none where the flow does not get. What the text
/// passes to a variable that may hold any loss counts, also where that is one that takes any numbers.
/// </summary>
public sealed class ResolutionTests(ITestOutputHelper output)
{
    /// <summary>How many per cent must be resolved: the level reached, to be raised.</summary>
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
                unresolved.AddRange(seen.OfType<UnverifiedObservation>().Select(sink => sink.Where).Concat(Written(compilation)).Distinct().Where(sink => !known.Contains(sink)));
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
        var flow = new CompilationFlow(compilation, CatalogueIndex.BuiltIn, new Annotations(compilation));
        return from type in compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
               from body in flow.ShowingBodies(type, default)
               from sighting in Inspection.Run(flow, body, type, default)
               select sighting.Observation;
    }

    /// <summary>Whether a prediction of a known kind arrives at a sink, or at the loss that a model is compiled with.</summary>
    private static bool IsKnown(Observation observation) => observation switch
    {
        SinkObservation sink => sink.Arrived.Kinds.IsKnown && IsPrediction(sink.Needed),
        CompileObservation compiled => compiled.Output.Kinds.IsKnown,
        _ => false,
    };

    /// <summary>What the text passes to losses and samplers, whether the flow gets there or not, and the losses that models are compiled with.</summary>
    private static IEnumerable<SyntaxNode> Written(CSharpCompilation compilation)
    {
        var catalogue = new Analyzers.Catalogue.Catalogue(CatalogueIndex.BuiltIn);
        return from tree in compilation.SyntaxTrees
               let model = compilation.GetSemanticModel(tree)
               from syntax in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
               let call = model.GetOperation(syntax) as IInvocationOperation
               where call is not null
               from argument in call.Arguments
               where argument.ArgumentKind == ArgumentKind.Explicit && (IsPrediction(catalogue.Find(call.TargetMethod), argument) || IsOfLoss(call, argument))
               select argument.Value.Syntax;
    }

    private static bool IsPrediction(Match? match, IArgumentOperation argument)
        => match is not null && match.Row.Parameters.Any(parameter => parameter.Name == match.ParameterNames[argument.Parameter!.Ordinal] && IsPrediction(parameter.Needs));

    private static bool IsPrediction(KindSet needed) => needed.All((kind, _) => kind is Kind.Logits or Kind.LogProbabilities or Kind.Probabilities);

    /// <summary>Whether an argument is the prediction of the call of a loss object, or the loss of the compilation of a model.</summary>
    private static bool IsOfLoss(IInvocationOperation call, IArgumentOperation argument) => call.TargetMethod.Name switch
    {
        "call" or "forward" => argument.Parameter!.Ordinal == 0 && call.Instance?.Type is { } type && IsLoss(type),
        "compile" => argument.Parameter!.Type.Name == "ILossFunc",
        _ => false,
    };

    private static bool IsLoss(ITypeSymbol type)
        => type.ContainingAssembly?.Name == "TorchSharp" && (type.Name == "Loss" || (type.BaseType is { } parent && IsLoss(parent)));
}
