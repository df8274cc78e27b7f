using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Flow;
using Logits.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers;

/// <summary>The flow analyzer of kinds: start, early exit, gate, run, report.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogitsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleBook.Descriptors;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!UsesLibrary(context.Compilation))
        {
            return;
        }

        var index = CatalogueIndex.BuiltIn;
        var flow = new CompilationFlow(context.Compilation, new Catalogue.Catalogue(index));

        // A code-block action, not an operation-block one: that would make the operations of every body, which costs what compiling does.
        context.RegisterCodeBlockAction(block => Analyze(block, flow, index));
    }

    /// <summary>Whether a modelled library is in sight; told from the namespaces alone.</summary>
    private static bool UsesLibrary(Compilation compilation)
        => compilation.GlobalNamespace.GetNamespaceMembers().Any(space => CatalogueIndex.Libraries.Contains(space.Name, System.StringComparer.OrdinalIgnoreCase));

    private static void Analyze(CodeBlockAnalysisContext context, CompilationFlow flow, CatalogueIndex index)
    {
        if (!context.CodeBlock.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && index.WakeNames.Contains(token.ValueText)))
        {
            return;
        }


        var body = flow.Body(context.CodeBlock, context.OwningSymbol, context.CancellationToken);
        var sightings = Inspection.Run(flow, body, context.OwningSymbol.ContainingType, context.CancellationToken);
        foreach (var diagnostic in Diagnostics(sightings, context.CodeBlock))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>One finding a contradiction: what a body does itself is reported there, what only a call of it makes wrong at the call.</summary>
    private static IEnumerable<Diagnostic> Diagnostics(ImmutableArray<Sighting> sightings, SyntaxNode block)
    {
        var reported = new HashSet<(string Id, SyntaxNode Where)>();
        foreach (var sighting in sightings.OrderBy(sighting => sighting.Via.Count))
        {
            if (RuleBook.Judge(sighting.Observation) is not { } finding || !reported.Add((finding.Descriptor.Id, finding.Where)))
            {
                continue;
            }

            var places = finding.Origins.Items;
            if (finding.Loss is { } loss)
            {
                places = places.Add(loss);
            }

            var where = finding.Where;
            if (sighting.Via.Count > 0)
            {
                places = places.Add(new Place(finding.Where, ""));
                where = sighting.Via[sighting.Via.Count - 1].Node;
                if (!reported.Add((finding.Descriptor.Id, where)))
                {
                    continue;
                }
            }

            if (where.SyntaxTree == block.SyntaxTree && block.FullSpan.Contains(where.Span))
            {
                yield return Diagnostic.Create(
                    finding.Descriptor,
                    where.GetLocation(),
                    places.Select(place => place.Node.GetLocation()),
                    finding.Properties,
                    finding.Arguments.Cast<object>().ToArray());
            }
        }
    }
}
