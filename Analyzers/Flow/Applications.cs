using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What looking into a body showed.</summary>
/// <param name="From">How many calls deep one was, if one came to where nobody looks deeper; else 0, and so it is from everywhere.</param>
/// <param name="Completed">The types of the objects that were looked into as they were made: among such objects they are not.</param>
/// <param name="Sightings">As seen from inside of it.</param>
internal sealed record Seen(int From, ImmutableArray<ISymbol> Completed, ImmutableArray<Sighting> Sightings);

/// <summary>
/// What applying bodies came to, whoever asked: a model is run in every loop that trains or tests it, and helpers are called with what
/// others call them with.
/// </summary>
internal sealed class Applications
{
    private readonly ConcurrentDictionary<Applied, Term> _results = new();
    private readonly ConcurrentDictionary<(Applied, bool IsCertain, int Creations), Seen> _seen = new();

    /// <summary>What it gives; null where nobody has asked yet.</summary>
    public Term? Result(Applied applied) => _results.TryGetValue(applied, out var result) ? result : null;

    public void Keep(Applied applied, Term result) => _results.TryAdd(applied, result);

    /// <summary>What it shows, looked into so many calls deep and among so many objects in the making; null where that is not known.</summary>
    public Seen? Seen(Applied applied, bool isCertain, int creations, int calls)
        => _seen.TryGetValue((applied, isCertain, creations), out var seen) && calls >= seen.From ? seen : null;

    public void Keep(Applied applied, bool isCertain, int creations, Seen seen)
        => _seen.AddOrUpdate((applied, isCertain, creations), seen, (_, known) => seen.From < known.From ? seen : known);
}
