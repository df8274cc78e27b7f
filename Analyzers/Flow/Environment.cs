using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>What each variable holds at one point of a body; and whether the point is reached at all.</summary>
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

    public IEnumerable<ISymbol> Symbols => _values.Keys;

    public Term? this[ISymbol symbol]
    {
        get => _values.TryGetValue(symbol, out var term) ? term : null;
        set => _values[symbol] = value!;
    }

    public Environment Copy() => new(new Dictionary<ISymbol, Term>(_values, SymbolEqualityComparer.Default)) { IsReached = IsReached };

    public static Environment Join(Environment first, Environment second)
    {
        if (!first.IsReached || !second.IsReached)
        {
            return first.IsReached ? first.Copy() : second.Copy();
        }

        var joined = new Environment();
        foreach (var symbol in first.Symbols.Concat(second.Symbols.Where(symbol => first[symbol] is null)))
        {
            joined[symbol] = Terms.Join(first[symbol] ?? OnEntry(symbol), second[symbol] ?? OnEntry(symbol));
        }

        return joined;
    }

    public bool Agrees(Environment other)
        => IsReached == other.IsReached && _values.Count == other._values.Count && _values.All(pair => other[pair.Key] is { } term && term.Equals(pair.Value));

    /// <summary>A local that is not there was not assigned yet; anything else still holds what it held on entry.</summary>
    private static Term OnEntry(ISymbol symbol) => symbol is ILocalSymbol ? Term.Bottom : new Variable(symbol);
}
