using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>
/// Mends many findings in one edit of the solution. A mend is known by the places that it changes, wherever they are: an activation in a
/// model's <c>forward</c> that the training loop and the validation loop both meet is taken out once, and the document of the model is
/// changed although the findings are in others.
/// </summary>
internal sealed class FixAllMends(LogitsFix fix) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext context)
        => Task.FromResult<CodeAction?>(CodeAction.Create(
            $"Fix all '{string.Join("', '", context.DiagnosticIds)}'",
            cancellation => FixAsync(context, cancellation),
            context.CodeActionEquivalenceKey ?? nameof(FixAllMends)));

    private async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellation)
    {
        var edits = new EditSet();
        foreach (var (document, finding) in await FindingsAsync(context).ConfigureAwait(false))
        {
            if (await fix.MendAsync(document, finding, context.CodeActionEquivalenceKey, cancellation).ConfigureAwait(false) is { } mend)
            {
                edits.TryAdd(mend);
            }
        }

        return await edits.ApplyAsync(context.Solution, cancellation).ConfigureAwait(false);
    }

    /// <summary>The findings in the scope, in an order that does not depend on who found them first: of two mends that exclude each other one is made.</summary>
    private static async Task<IEnumerable<(Document Document, Diagnostic Finding)>> FindingsAsync(FixAllContext context)
    {
        var findings = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                findings.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                findings.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects)
                {
                    findings.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                break;
        }

        return findings
            .OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan.Start)
            .Select(finding => (Document: context.Solution.GetDocument(finding.Location.SourceTree)!, finding))
            .Where(pair => pair.Document is not null);
    }
}
