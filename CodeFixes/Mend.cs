using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Logits.CodeFixes;

/// <summary>One way to mend a finding.</summary>
/// <param name="EquivalenceKey">What is done, the same for every finding that it is done for.</param>
/// <param name="Edits">What changes: all of it or nothing.</param>
internal sealed record Mend(string Title, string EquivalenceKey, ImmutableArray<Edit> Edits)
{
    public Mend(string title, string equivalenceKey, params Edit[] edits)
        : this(title, equivalenceKey, edits.ToImmutableArray())
    {
    }

    /// <summary>Whether it is to be tried on a copy of the program first, because it reaches over members.</summary>
    public bool ReachesOverMembers { get; init; }

    /// <summary>Whether what it changes may matter in any document of the finding's project.</summary>
    public bool ReachesOverProgram { get; init; }

    /// <summary>
    /// Finishes the mend of what other projects of the solution use too, once their sources are at hand; null where that cannot be.
    /// The edits until then say which files it is about.
    /// </summary>
    public Func<Mend, SolutionSources, Mend?>? InSolution { get; init; }

    /// <summary>How many findings it must take away to be right.</summary>
    public int Settles { get; init; } = 1;
}

/// <summary>The replacement of one node.</summary>
/// <param name="Node">The node as the program has it.</param>
/// <param name="Replace">What becomes of the node as it is by then: edits inside of it were made already. Null removes it.</param>
internal sealed record Edit(SyntaxNode Node, Func<SyntaxNode, SyntaxNode?> Replace)
{
    public static Edit Removal(SyntaxNode node) => new(node, _ => null);

    /// <summary>Whether another edit writes the same in place of the same node: then the two are one.</summary>
    public bool IsSame(Edit other) => Node == other.Node && Replace(Node)?.ToFullString() == other.Replace(Node)?.ToFullString();
}
