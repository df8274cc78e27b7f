using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What each variable holds at one point of a body; whether the point is reached at all, and by which path.</summary>
internal sealed class Environment
{
    private readonly Dictionary<ISymbol, Term> _values;

    public Environment()
        : this(new Dictionary<ISymbol, Term>(SymbolEqualityComparer.Default))
    {
    }

    private Environment(Dictionary<ISymbol, Term> values) => _values = values;

    /// <summary>False behind a return, a throw, a break: such a point adds nothing to a join.</summary>
    public bool IsReached { get; set; } = true;

    public PathCondition Path { get; set; } = PathCondition.Empty;

    /// <summary>What is returned here, where this is the end of the body.</summary>
    public Term? Result { get; set; }

    public IEnumerable<ISymbol> Symbols => _values.Keys;

    public Term? this[ISymbol symbol]
    {
        get => _values.TryGetValue(symbol, out var term) ? term : null;
        set => _values[symbol] = value!;
    }

    public Environment Copy() => new(new Dictionary<ISymbol, Term>(_values, SymbolEqualityComparer.Default)) { IsReached = IsReached, Path = Path };

    public static Environment Join(Environment first, Environment second)
    {
        if (!first.IsReached || !second.IsReached)
        {
            return first.IsReached ? first.Copy() : second.Copy();
        }

        var (shared, condition) = PathCondition.Meet(first.Path, second.Path);
        var joined = new Environment
        {
            Path = shared,
            Result = first.Result is null && second.Result is null ? null : PathCondition.Join(condition, first.Result ?? Term.Bottom, second.Result ?? Term.Bottom),
        };
        foreach (var symbol in first.Symbols.Concat(second.Symbols.Where(symbol => first[symbol] is null)))
        {
            joined[symbol] = PathCondition.Join(condition, first[symbol] ?? OnEntry(symbol), second[symbol] ?? OnEntry(symbol));
        }

        return joined;
    }

    /// <summary>The join of several points in the order of the text, so that each condition finds the two paths that it parts.</summary>
    public static Environment Join(IReadOnlyList<Environment> points)
    {
        var joined = points[points.Count - 1];
        for (var i = points.Count - 2; i >= 0; i--)
        {
            joined = Join(points[i], joined);
        }

        return joined;
    }

    public bool Agrees(Environment other)
        => IsReached == other.IsReached && _values.Count == other._values.Count && _values.All(pair => other[pair.Key] is { } term && term.Equals(pair.Value));

    /// <summary>A local that is not there was not assigned yet, an iterator has yielded nothing; anything else still holds what it held on entry.</summary>
    private static Term OnEntry(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => Term.Bottom,
        IMethodSymbol => new Sequence(EquatableArray<Term>.Empty),
        _ => new Variable(symbol),
    };
}
