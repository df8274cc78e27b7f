using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>The lambdas and local functions of one member, summarised when first asked for. Recursion is Unknown.</summary>
internal sealed class FunctionTable(FlowContext flow, CancellationToken cancellation) : IFunctionBodies
{
    private readonly Dictionary<ISymbol, IOperation?> _declared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Body?> _bodies = new(SymbolEqualityComparer.Default);

    public void Declare(IMethodSymbol function, IOperation? body) => _declared[function] = body;

    public Body? Body(IMethodSymbol function)
    {
        if (_bodies.TryGetValue(function, out var known))
        {
            return known;
        }

        if (!_declared.TryGetValue(function, out var operation) || operation is null)
        {
            return null;
        }

        // While it is being worked out, a call to itself finds nothing.
        _bodies[function] = null;
        return _bodies[function] = Interpreter.Run(flow.With(this), this, function, new[] { operation }, cancellation);
    }
}
