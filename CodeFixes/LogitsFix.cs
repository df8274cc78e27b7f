using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>What all fixes share. A fix says which mends a finding has, the safe one first; each is a set of edits, of one document or more.</summary>
public abstract class LogitsFix : CodeFixProvider
{
    /// <summary>
    /// The equivalence key of the safe mend, whichever that is: to mend all in that way is to mend each in its own safe way. A key by what is
    /// done would make the result depend on which finding a host happens to name first.
    /// </summary>
    private string SafeKey => FixableDiagnosticIds[0];

    public sealed override FixAllProvider GetFixAllProvider() => new FixAllMends(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // A host may hand over the first finding of the analyzer, whatever it is, to learn which action it should apply to all.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var mends = await MendsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            for (var i = 0; i < mends.Length; i++)
            {
                var edits = new EditSet();
                edits.TryAdd(mends[i]);
                var action = CodeAction.Create(
                    mends[i].Title,
                    cancellation => edits.ApplyAsync(context.Document.Project.Solution, cancellation),
                    i == 0 ? SafeKey : mends[i].EquivalenceKey);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The mends of a finding, each of which can be applied as it stands.</summary>
    internal abstract IEnumerable<Mend> Mends(FindingContext finding);

    /// <summary>The mend of a finding among those of a fix-all; null where it has none of that kind.</summary>
    /// <param name="key">The equivalence key; null, for a host that has no action in hand, means the safe one.</param>
    internal async Task<Mend?> MendAsync(Document document, Diagnostic diagnostic, string? key, CancellationToken cancellation)
    {
        var mends = await MendsAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        return key is null || key == SafeKey ? mends.FirstOrDefault() : mends.FirstOrDefault(mend => mend.EquivalenceKey == key);
    }

    private async Task<ImmutableArray<Mend>> MendsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FindingContext.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) is not { } finding)
        {
            return ImmutableArray<Mend>.Empty;
        }

        var mends = ImmutableArray.CreateBuilder<Mend>();
        foreach (var begun in Mends(finding))
        {
            if (await FinishedAsync(document.Project.Solution, begun, cancellation).ConfigureAwait(false) is { } mend
                && EditSet.IsOfSource(document.Project.Solution, mend)
                && (!mend.ReachesOverMembers || await Rehearsal.SucceedsAsync(document, diagnostic, mend, cancellation).ConfigureAwait(false)))
            {
                mends.Add(mend);
            }
        }

        return mends.ToImmutable();
    }

    private static async Task<Mend?> FinishedAsync(Solution solution, Mend mend, CancellationToken cancellation)
        => mend.InSolution is not { } finish ? mend
            : await SolutionSources.AroundAsync(solution, mend.Edits.Select(edit => edit.Node.SyntaxTree), cancellation).ConfigureAwait(false) is { } sources ? finish(mend, sources)
            : null;
}
