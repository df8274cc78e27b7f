using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Looking into what a body requires of what it is given, and what it gives: once for the compilation, wherever that depends on nothing but
/// what it is given.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>The types of all objects that were looked into as they were made.</summary>
    private readonly List<ISymbol> _completed = new();

    /// <summary>How many calls deep one looks.</summary>
    private int _calls;

    /// <summary>How often a body was run that was running already.</summary>
    private int _recursions;

    /// <summary>How many of the running bodies would not be run once more.</summary>
    private int _atLimit;

    /// <summary>How often something was not looked into, because it was too deep.</summary>
    private int _refusals;

    /// <summary>What a body gives.</summary>
    private Term Result(Body body, Applied applied, Substitution substitution)
    {
        if (holdings is null || !body.Result.IsOpen)
        {
            return substitution.Rewrite(body.Result);
        }

        if (_atLimit == 0 && holdings.Applications.Result(applied) is { } known)
        {
            return known;
        }

        var before = Now;
        var result = substitution.Rewrite(body.Result);
        if (Now == before)
        {
            holdings.Applications.Keep(applied, result);
        }

        return result;
    }

    /// <summary>Decides the requirements of a body with what a call or a creation adds.</summary>
    private void LookInto(Body body, Applied applied, Substitution substitution, Crossing crossing, IObserver observer)
    {
        if (body.OpenRequirements.IsEmpty)
        {
            return;
        }

        if (observer.Through(crossing) is not { } inner)
        {
            _refusals++;
            return;
        }

        if (_atLimit == 0 && holdings?.Applications.Seen(applied, inner.IsCertain, _completing.Count, _calls) is { } seen && !seen.Completed.Any(_completing.Contains))
        {
            _refusals += Repeat(seen.Sightings, inner) && seen.From == 0 ? 0 : 1;
            _completed.AddRange(seen.Completed);
            return;
        }

        var (before, refusals, completed, count) = (Now, _refusals, _completed.Count, inner.Count);
        _calls++;
        foreach (var requirement in body.OpenRequirements)
        {
            // A branch that a flag chooses is looked into only where the flag is known: another argument may depend on it.
            if (requirement.Path.Under(substitution) is Constant { Value: true })
            {
                Decide(requirement.Term, substitution, requirement.IsCertain ? inner : new Uncertain(inner));
            }
        }

        _calls--;
        if (Now == before && inner.Since(count) is { } sightings)
        {
            var made = _completed.Skip(completed).Distinct(SymbolEqualityComparer.Default).ToImmutableArray();
            holdings?.Applications.Keep(applied, inner.IsCertain, _completing.Count, new Seen(_refusals == refusals ? 0 : _calls, made!, sightings));
        }
    }

    /// <summary>Tells an observer what was seen elsewhere; false where some of it is deeper than it looks.</summary>
    private static bool Repeat(ImmutableArray<Sighting> sightings, IObserver observer)
    {
        var isWhole = true;
        foreach (var (observation, via) in sightings)
        {
            IObserver? inner = observer;
            foreach (var crossing in via)
            {
                inner = inner?.Through(crossing);
            }

            inner?.Observe(observation);
            isWhole &= inner is not null;
        }

        return isWhole;
    }

    /// <summary>
    /// What has made a difference to what is worked out, until now: limits, cycles, what was settled in them, recursion. While it stays the same,
    /// others come to the same. In the middle of a recursion nothing is taken from others, as less is looked into there.
    /// </summary>
    private (int Doubts, int Settled, int Recursions) Now => (Doubts, holdings?.Settled ?? 0, _recursions);
}
