using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Logits.Analyzers.Kinds;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>Something seen in a body, and through which calls it was seen.</summary>
/// <param name="Via">Outermost first; empty where the body itself did it.</param>
internal sealed record Sighting(Observation Observation, EquatableArray<Crossing> Via);

/// <summary>Decides a body's requirements with all that is known of the symbols, and collects what that shows.</summary>
internal static class Inspection
{
    public static ImmutableArray<Sighting> Run(CompilationFlow flow, Body body, INamedTypeSymbol? type, CancellationToken cancellation)
    {
        var sightings = Sightings(flow, body, cancellation);
        var compared = new HashSet<Origin>(sightings.SelectMany(Compared));
        if (compared.Count == 0)
        {
            return sightings;
        }

        // Scores that a softmax, a sigmoid or a from-logits sink takes, here or in a member of the same type, are logits. The other members
        // are looked at only where that decides something.
        var classifiers = new Dictionary<Origin, Link>();
        Learn(classifiers, sightings.SelectMany(Classifiers));
        if (type is not null && !compared.All(classifiers.ContainsKey))
        {
            Learn(classifiers, flow.ShowingBodies(type, cancellation).Where(other => !ReferenceEquals(other, body)).SelectMany(other => Sightings(flow, other, cancellation)).SelectMany(Classifiers));
        }

        return sightings.Select(sighting => sighting with { Observation = Informed(sighting.Observation, classifiers) }).ToImmutableArray();
    }

    private static ImmutableArray<Sighting> Sightings(CompilationFlow flow, Body body, CancellationToken cancellation)
    {
        var evaluator = new Holdings(flow, cancellation).Evaluator;
        var substitution = new Substitution(evaluator);
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var requirement in body.Requirements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (requirement.Path.Under(substitution) is not Constant { Value: false })
            {
                evaluator.Decide(requirement.Term, substitution, new Collector(requirement.IsCertain, null, sightings));
            }
        }

        return sightings.ToImmutable();
    }

    /// <summary>What the creation of an object shows: what its members require of what it was made with.</summary>
    public static ImmutableArray<Sighting> Run(CompilationFlow flow, Created created, CancellationToken cancellation)
    {
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        new Holdings(flow, cancellation).Evaluator.Evaluate(created, new Collector(true, null, sightings));
        return sightings.ToImmutable();
    }

    /// <summary>What a public member gives, where that is known and no annotation says it.</summary>
    public static Observation? Unannotated(CompilationFlow flow, Body body, ISymbol owner, CancellationToken cancellation)
        => owner.DeclaredAccessibility == Accessibility.Public && owner is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet }
            ? Annotations.Missing(owner, new Substitution(new Holdings(flow, cancellation).Evaluator).Rewrite(body.Result), flow.Catalogue, cancellation)
            : null;

    /// <summary>The models whose scores are treated as logits, and by which link; two links are none.</summary>
    private static IEnumerable<(Origin Origin, Link Link)> Classifiers(Sighting sighting) => sighting.Observation switch
    {
        SinkObservation sink when sink.Needed.Contains(Kind.Logits) => OriginOf(sink.Arrived).Select(origin => (origin, sink.Needed.CommonLink)),
        ConversionObservation conversion => OriginOf(conversion.Input).Select(origin => (origin, conversion.Link)),
        _ => Enumerable.Empty<(Origin, Link)>(),
    };

    private static void Learn(Dictionary<Origin, Link> classifiers, IEnumerable<(Origin Origin, Link Link)> seen)
    {
        foreach (var (origin, link) in seen)
        {
            classifiers[origin] = classifiers.TryGetValue(origin, out var before) && before != link ? Link.None : link;
        }
    }

    private static IEnumerable<Origin> Compared(Sighting sighting) => sighting.Observation switch
    {
        ComparisonObservation comparison => new[] { comparison.Left, comparison.Right }.OfType<Number>().SelectMany(OriginOf),
        RankingObservation ranking => ranking.Candidates.OfType<Number>().SelectMany(OriginOf),
        _ => Enumerable.Empty<Origin>(),
    };

    private static IEnumerable<Origin> OriginOf(Number number)
        => number.Kinds.All(Kind.Scores) && number.Value.Origin.TryGet(out var origin) ? new[] { origin } : Enumerable.Empty<Origin>();

    private static Observation Informed(Observation observation, Dictionary<Origin, Link> classifiers) => observation switch
    {
        ComparisonObservation comparison => comparison with { Left = Informed(comparison.Left, classifiers), Right = Informed(comparison.Right, classifiers) },
        RankingObservation ranking => ranking with { Candidates = EquatableArray.From(ranking.Candidates.Select(candidate => Informed(candidate, classifiers))) },
        _ => observation,
    };

    private static Term Informed(Term term, Dictionary<Origin, Link> classifiers)
        => term is Number number && OriginOf(number).Any(classifiers.ContainsKey)
            ? number with { Value = number.Value with { Kinds = KindSet.Of(Kind.Logits, classifiers[OriginOf(number).First()]) } }
            : term;

    /// <summary>The calls on the way, innermost last.</summary>
    private sealed record Way(Way? Outer, Crossing Last, int Length)
    {
        public EquatableArray<Crossing> Crossings()
        {
            var crossings = new Crossing[Length];
            for (var way = this; way is not null; way = way.Outer)
            {
                crossings[way.Length - 1] = way.Last;
            }

            return EquatableArray.Of(crossings);
        }
    }

    private sealed class Collector(bool isCertain, Way? way, ImmutableArray<Sighting>.Builder sightings) : IObserver
    {
        private const int DepthLimit = 5;

        public bool IsCertain => isCertain;

        public int Count => sightings.Count;

        private int Length => way?.Length ?? 0;

        public void Observe(Observation observation)
        {
            var via = way?.Crossings() ?? EquatableArray<Crossing>.Empty;
            sightings.Add(new Sighting(via.Count == 0 ? observation : observation with { ReadAt = via[0].Site.Node }, via));
        }

        public ImmutableArray<Sighting>? Since(int count)
        {
            var seen = ImmutableArray.CreateBuilder<Sighting>(sightings.Count - count);
            for (var i = count; i < sightings.Count; i++)
            {
                seen.Add(sightings[i] with { Via = EquatableArray.From(sightings[i].Via.Skip(Length)) });
            }

            return seen.MoveToImmutable();
        }

        public IObserver? Through(Crossing crossing)
            => Length >= DepthLimit ? null : new Collector(isCertain, new Way(way, crossing, 1 + Length), sightings);
    }
}
