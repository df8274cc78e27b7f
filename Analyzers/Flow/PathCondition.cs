using System.Collections.Generic;
using System.Collections.Immutable;

namespace Logits.Analyzers.Flow;

/// <summary>
/// The open conditions that hold at a point of a body, outermost first. Where two paths meet, the first condition on which they differ is
/// the one that chose between them.
/// </summary>
internal sealed class PathCondition
{
    private const int Limit = 12;

    private readonly ImmutableArray<(Term Condition, bool Holds)> _steps;

    private PathCondition(ImmutableArray<(Term Condition, bool Holds)> steps) => _steps = steps;

    public static PathCondition Empty { get; } = new(ImmutableArray<(Term, bool)>.Empty);

    /// <summary>The path into a branch; conditions that nobody can decide later leave no trace.</summary>
    public PathCondition Into(Term condition, bool holds)
        => condition.IsOpen && _steps.Length < Limit ? new PathCondition(_steps.Add((condition, holds))) : this;

    /// <summary>Whether the point is reached, with what the symbols stand for: one condition that fails decides, one that stays open leaves it open.</summary>
    public Term Under(Substitution substitution)
    {
        var reached = Flow.Conditions.True;
        foreach (var (condition, holds) in _steps)
        {
            reached = Flow.Conditions.And(reached, substitution.Holds(holds ? condition : Flow.Conditions.Not(condition)));
        }

        return reached;
    }

    /// <summary>Where two paths part: what they share, and the condition that holds on the first and fails on the second, if there is one.</summary>
    public static (PathCondition Shared, Term? Condition) Meet(PathCondition first, PathCondition second)
    {
        var length = 0;
        while (length < first._steps.Length && length < second._steps.Length && first._steps[length].Equals(second._steps[length]))
        {
            length++;
        }

        var shared = length == first._steps.Length ? first : new PathCondition(first._steps.RemoveRange(length, first._steps.Length - length));
        if (length < first._steps.Length && length < second._steps.Length && first._steps[length].Condition.Equals(second._steps[length].Condition))
        {
            var (condition, holds) = first._steps[length];
            return (shared, holds ? condition : Flow.Conditions.Not(condition));
        }

        return (shared, null);
    }

    /// <summary>The value where two paths meet.</summary>
    public static Term Join(Term? condition, Term first, Term second)
        => condition is null ? Terms.Join(first, second) : Flow.Conditions.Choose(condition, first, second);
}
