using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Logits.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Logits.CodeFixes;

/// <summary>
/// Tries a mend that reaches over members on a copy of the solution, and asks the analyzer of it: what takes the finding away and brings no
/// other may be offered. How the value travels between the members is the analyzer's knowledge, not the fix's.
/// </summary>
internal static class Rehearsal
{
    public static async Task<bool> SucceedsAsync(Document document, Diagnostic finding, Mend mend, CancellationToken cancellation)
    {
        var edits = new EditSet();
        edits.TryAdd(mend);
        var solution = document.Project.Solution;
        var mended = await edits.ApplyAsync(solution, cancellation).ConfigureAwait(false);
        var touched = mend.Edits.Select(edit => solution.GetDocument(edit.Node.SyntaxTree)!.Id)
            .Concat(mend.ReachesOverProgram ? document.Project.DocumentIds : new[] { document.Id })
            .Distinct()
            .ToList();
        var before = await CountAsync(solution, touched, cancellation).ConfigureAwait(false);
        var after = await CountAsync(mended, touched, cancellation).ConfigureAwait(false);
        return after is not null
            && before is not null
            && after.All(count => before.TryGetValue(count.Key, out var was) && count.Value <= was)
            && Count(after, finding.Id) + mend.Settles <= Count(before, finding.Id);
    }

    private static int Count(Dictionary<(string Id, DocumentId Document), int> counts, string id) => counts.Where(count => count.Key.Id == id).Sum(count => count.Value);

    /// <summary>How many findings of each rule the documents have; null where one does not compile.</summary>
    private static async Task<Dictionary<(string Id, DocumentId Document), int>?> CountAsync(Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellation)
    {
        var counts = new Dictionary<(string, DocumentId), int>();
        foreach (var ofProject in documents.GroupBy(document => document.ProjectId))
        {
            var project = solution.GetProject(ofProject.Key)!;
            if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            {
                return null;
            }

            // File by file, whatever the host is: the properties of a build would put the findings off to the end of a compilation.
            var analysis = compilation.WithAnalyzers(
                ImmutableArray.Create<DiagnosticAnalyzer>(new LogitsAnalyzer()),
                new CompilationWithAnalyzersOptions(new AnalyzerOptions(project.AnalyzerOptions.AdditionalFiles), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
            foreach (var id in ofProject)
            {
                if (await project.GetDocument(id)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                    || model.GetDiagnostics(cancellationToken: cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                {
                    return null;
                }

                foreach (var group in (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation).ConfigureAwait(false)).GroupBy(diagnostic => diagnostic.Id, StringComparer.Ordinal))
                {
                    counts[(group.Key, id)] = group.Count();
                }
            }
        }

        return counts;
    }
}
