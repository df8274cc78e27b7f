using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>
/// The edits of one mend or of many, over all documents that they touch. Nested ones are made from the inside out, so a fix-all mends in
/// one go what lies in one another.
/// </summary>
internal sealed class EditSet
{
    private static readonly SyntaxAnnotation s_removed = new();

    private readonly Dictionary<SyntaxNode, Edit> _byNode = new();

    public bool IsEmpty => _byNode.Count == 0;

    /// <summary>Whether every edit of a mend is in a document of the solution, not in what a generator wrote.</summary>
    public static bool IsOfSource(Solution solution, Mend mend) => mend.Edits.All(edit => solution.GetDocument(edit.Node.SyntaxTree) is not null and not SourceGeneratedDocument);

    /// <summary>
    /// Takes the edits of a mend. What another mend does already is done once: an activation goes once for all the findings that it causes.
    /// Where another one writes something else in the same place the whole mend is left out.
    /// </summary>
    public bool TryAdd(Mend mend)
    {
        if (mend.Edits.Any(edit => _byNode.TryGetValue(edit.Node, out var other) && !edit.IsSame(other)))
        {
            return false;
        }

        foreach (var edit in mend.Edits)
        {
            _byNode[edit.Node] = edit;
        }

        return true;
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        foreach (var (id, edits) in _byNode.Values.GroupBy(edit => edit.Node.SyntaxTree).Select(edits => (solution.GetDocument(edits.Key)!.Id, edits)).ToList())
        {
            var root = await edits.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            var changed = root.ReplaceNodes(edits.Select(edit => edit.Node), (node, current) => _byNode[node].Replace(current)?.WithTriviaFrom(current) ?? current.WithAdditionalAnnotations(s_removed));
            var removed = changed.GetAnnotatedNodes(s_removed).ToList();
            solution = solution.WithDocumentSyntaxRoot(
                id,
                removed.Count == 0 ? changed : changed.RemoveNodes(removed, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
        }

        return solution;
    }
}
