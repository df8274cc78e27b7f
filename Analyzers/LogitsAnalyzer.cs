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
        var annotations = new Annotations(context.Compilation);
        if (!annotations.AreUsed && !UsesLibrary(context.Compilation))
        {
            return;
        }

        var flow = new CompilationFlow(context.Compilation, CatalogueIndex.BuiltIn, annotations);
        var reporter = new Reporter(flow, annotations);

        if (annotations.AreUsed)
        {
            context.RegisterSymbolAction(
                symbol =>
                {
                    foreach (var diagnostic in Reporter.Overrides(symbol.Symbol, symbol.CancellationToken))
                    {
                        symbol.ReportDiagnostic(diagnostic);
                    }
                },
                SymbolKind.Method,
                SymbolKind.Property);
        }

        // Code-block actions, not operation-block ones: those would make the operations of every body, which costs what compiling does.
        if (BuildBodies.IsBuild(context.Options))
        {
            var bodies = new BuildBodies(flow, reporter);
            context.RegisterCodeBlockAction(block => bodies.Add(block, IsWorthALook(block, flow)));
            context.RegisterCompilationEndAction(bodies.Report);
        }
        else
        {
            context.RegisterCodeBlockAction(block => Analyze(block, flow, reporter));
        }
    }

    /// <summary>Whether a modelled library is in sight; told from the namespaces alone, the outermost ones first: those are few.</summary>
    private static bool UsesLibrary(Compilation compilation)
    {
        foreach (var space in compilation.GlobalNamespace.GetNamespaceMembers())
        {
            if (CatalogueIndex.Libraries.Contains(space.Name))
            {
                return true;
            }
        }

        return CatalogueIndex.Libraries.Any(library => library.IndexOf('.') >= 0 && Namespace(compilation.GlobalNamespace, library.Split('.')) is not null);
    }

    private static INamespaceSymbol? Namespace(INamespaceSymbol outermost, string[] names)
    {
        INamespaceSymbol? space = outermost;
        foreach (var name in names)
        {
            space = space?.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault();
        }

        return space;
    }

    /// <summary>The source of a modelled library itself is no user's program.</summary>
    private static bool IsWorthALook(CodeBlockAnalysisContext context, CompilationFlow flow)
        => !(context.OwningSymbol.ContainingType is { } type && flow.Catalogue.IsModelled(type)) && flow.Reach.Wakes(context.CodeBlock);

    private static void Analyze(CodeBlockAnalysisContext context, CompilationFlow flow, Reporter reporter)
    {
        if (IsWorthALook(context, flow))
        {
            foreach (var diagnostic in reporter.Diagnostics(context.CodeBlock, context.OwningSymbol, context.CancellationToken))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
