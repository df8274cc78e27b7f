using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

internal sealed partial class Evaluator
{
    /// <summary>
    /// Keeps back what each of several possible calls shows, and tells what all of them ask for: an implementation of which nobody knows
    /// whether it runs is no reason to warn.
    /// </summary>
    private sealed class Agreement(IObserver inner)
    {
        private readonly List<List<(IObserver Observer, Observation Observation)>> _seen = new();

        /// <summary>The observer of the next call.</summary>
        public IObserver Next()
        {
            _seen.Add(new());
            return new Call(inner, _seen[_seen.Count - 1]);
        }

        public void Tell()
        {
            var asked = _seen.Select(call => new HashSet<object>(call.Select(seen => Question(seen.Observation)))).ToList();
            foreach (var (observer, observation) in _seen.SelectMany(call => call))
            {
                if (asked.All(questions => questions.Contains(Question(observation))))
                {
                    observer.Observe(observation);
                }
            }
        }

        /// <summary>What an observation asks of the value: two losses that both need logits, of whatever link, ask the same.</summary>
        private static object Question(Observation observation) => observation switch
        {
            SinkObservation sink => sink.Needed.Select((kind, _) => KindSet.Of(kind)),
            ConversionObservation conversion => conversion.Result,
            _ => observation.GetType(),
        };

        private sealed class Call(IObserver inner, List<(IObserver, Observation)> seen) : IObserver
        {
            public bool IsCertain => false;

            public int Count => seen.Count;

            public void Observe(Observation observation)
            {
                // That a kind is unknown contradicts nothing, whoever is called.
                if (observation is UnverifiedObservation)
                {
                    inner.Observe(observation);
                    return;
                }

                seen.Add((inner, observation));
            }

            public ImmutableArray<Sighting>? Since(int count) => null;

            public IObserver? Through(Crossing crossing) => inner.Through(crossing) is { } through ? new Call(through, seen) : null;
        }
    }
}
