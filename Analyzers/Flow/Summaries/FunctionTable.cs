using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>The lambdas and local functions of one member, summarised when first asked for; recursion is Unknown. Methods are asked of others.</summary>
internal sealed class FunctionTable(Catalogue.Catalogue catalogue, IFunctionBodies others, CancellationToken cancellation) : IFunctionBodies
{
    private readonly Dictionary<ISymbol, IOperation?> _declared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Body?> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>What is known of them all, when the member is done.</summary>
    public ImmutableDictionary<ISymbol, Body> Known
        => _bodies.Where(pair => pair.Value is not null).ToImmutableDictionary(pair => pair.Key, pair => pair.Value!, SymbolEqualityComparer.Default);

    public void Declare(IMethodSymbol function, IOperation? body) => _declared[function] = body;

    public Showing Showing => others.Showing;

    public Body? Body(IMethodSymbol function)
    {
        if (_bodies.TryGetValue(function, out var known))
        {
            return known;
        }

        if (!_declared.TryGetValue(function, out var operation) || operation is null)
        {
            return others.Body(function);
        }

        // While it is being worked out, a call to itself finds nothing.
        _bodies[function] = null;
        return _bodies[function] = Interpreter.Run(new FlowContext(catalogue, this), this, function, new[] { operation }, cancellation);
    }
}
