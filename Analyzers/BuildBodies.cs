using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.Analyzers;

/// <summary>
/// The bodies of a build, looked at when the compiler is through with all of them. The host hands out each body as the compiler has bound
/// it; who asks for one before that has it bound a second time, and a body that is looked at asks for all that it calls. In an editor,
/// which never comes to the end of a compilation, every body is looked at by itself.
/// </summary>
internal sealed class BuildBodies(CompilationFlow flow, Reporter reporter)
{
    /// <summary>The package makes it visible to the compiler: editors set it, a build leaves it empty.</summary>
    private const string DesignTimeBuild = "build_property.DesignTimeBuild";

    private readonly ConcurrentQueue<(SyntaxNode Block, ISymbol Owner)> _blocks = new();

    public static bool IsBuild(AnalyzerOptions options)
        => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DesignTimeBuild, out var value) && !value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public void Add(CodeBlockAnalysisContext context, bool isWorthALook)
    {
        flow.Bound(context.SemanticModel);
        if (isWorthALook)
        {
            _blocks.Enqueue((context.CodeBlock, context.OwningSymbol));
        }
    }

    public void Report(CompilationAnalysisContext context)
    {
        var found = new ConcurrentQueue<ImmutableArray<Diagnostic>>();
        var options = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = context.Compilation.Options.ConcurrentBuild ? -1 : 1 };
        Parallel.ForEach(_blocks, options, block => found.Enqueue(reporter.Diagnostics(block.Block, block.Owner, context.CancellationToken).ToImmutableArray()));
        foreach (var diagnostic in found.SelectMany(diagnostics => diagnostics))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
