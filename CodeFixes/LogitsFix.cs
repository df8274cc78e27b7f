using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Logits.CodeFixes;

/// <summary>
/// What all fixes share. A fix says which mends a finding has, the safe one first; each is a set of edits of one document, every edit a
/// function of the node as it is by then, so that a fix-all can make nested ones in one go.
/// </summary>
public abstract class LogitsFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // A host may hand over the first finding of the analyzer, whatever it is, to learn which action it should apply to all.
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (var mend in await MendsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellation => ApplyAsync(context.Document, mend.Edits, cancellation), mend.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>The mends of a finding, each of which can be applied as it stands.</summary>
    internal abstract IEnumerable<Mend> Mends(FindingContext finding);

    private async Task<ImmutableArray<Mend>> MendsAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
        => await FindingContext.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } finding
            ? Mends(finding).ToImmutableArray()
            : ImmutableArray<Mend>.Empty;

    private async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var edits = new List<Edit>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var mends = await MendsAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);

            // A host that has no action in hand (dotnet format, where another rule's finding came first) gets the safe one.
            if (mends.FirstOrDefault(mend => context.CodeActionEquivalenceKey is not { } key || mend.EquivalenceKey == key) is { } mend)
            {
                edits.AddRange(mend.Edits);
            }
        }

        return edits.Count == 0 ? document : await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    }

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<Edit> edits, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var byNode = new Dictionary<SyntaxNode, Edit>();
        foreach (var edit in edits)
        {
            if (!byNode.ContainsKey(edit.Node))
            {
                byNode.Add(edit.Node, edit);
            }
        }

        // Nested nodes are replaced from the inside out: each edit gets its node as the inner edits left it.
        return document.WithSyntaxRoot(root!.ReplaceNodes(byNode.Keys, (node, current) => byNode[node].Replace(current).WithTriviaFrom(current)));
    }
}

/// <summary>One way to mend a finding.</summary>
internal sealed record Mend(string Title, string EquivalenceKey, ImmutableArray<Edit> Edits)
{
    public Mend(string title, string equivalenceKey, params Edit[] edits)
        : this(title, equivalenceKey, edits.ToImmutableArray())
    {
    }
}

/// <summary>The replacement of one node.</summary>
/// <param name="Node">The node as the finding's document has it.</param>
/// <param name="Replace">What becomes of the node as it is by then: edits inside of it were made already.</param>
internal sealed record Edit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Replace);

