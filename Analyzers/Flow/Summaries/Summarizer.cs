using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Summarises a body, and what it calls on the way, over the strongly connected components of the call graph. Of a component only the
/// body that was asked for is kept: what was worked out inside while its callers were open saw them as Unknown, and which of them were
/// open depends on who asked. So every kept summary is the one that asking for it alone would give, whoever asks first.
/// </summary>
internal sealed class Summarizer(CompilationFlow flow, CancellationToken cancellation) : IFunctionBodies
{
    /// <summary>Calls nested deeper than this are Unknown.</summary>
    private const int DepthLimit = 60;

    private readonly Dictionary<SyntaxNode, int> _open = new();
    private readonly Dictionary<SyntaxNode, (Body Body, int Lowest)> _provisional = new();
    private readonly List<SyntaxNode> _provisionalOrder = new();

    /// <summary>The outermost open body that the current one has come back to.</summary>
    private int _lowest = int.MaxValue;

    public Showing Showing => flow.Showing;

    public Body? Body(IMethodSymbol function)
    {
        if (flow.Block(function, cancellation) is { } block)
        {
            return Body(block, function);
        }

        return function.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
            && flow.EnclosingBlock(function, cancellation) is var (enclosing, owner)
            && Body(enclosing, owner) is { } body
            && body.Functions.TryGetValue(function, out var found)
            ? found
            : null;
    }

    public Body? Body(SyntaxNode block, ISymbol owner)
    {
        if (flow.Kept(block) is { } kept)
        {
            return kept;
        }

        if (_open.TryGetValue(block, out var position))
        {
            _lowest = Math.Min(_lowest, position);
            return null;
        }

        if (_provisional.TryGetValue(block, out var provisional))
        {
            _lowest = Math.Min(_lowest, provisional.Lowest);
            return provisional.Body;
        }

        if (_open.Count >= DepthLimit)
        {
            _lowest = 0;
            return null;
        }

        return Summarise(block, owner);
    }

    private Body Summarise(SyntaxNode block, ISymbol owner)
    {
        var index = _open.Count;
        var before = _provisionalOrder.Count;
        var outer = _lowest;
        _open[block] = index;
        _lowest = int.MaxValue;
        var body = flow.Interpret(block, owner, this, cancellation);
        var lowest = _lowest;
        _open.Remove(block);
        if (lowest < index)
        {
            _provisional[block] = (body, lowest);
            _provisionalOrder.Add(block);
            _lowest = Math.Min(outer, lowest);
            return body;
        }

        // The head of its component: what was worked out inside of it is nobody else's business.
        for (var i = before; i < _provisionalOrder.Count; i++)
        {
            _provisional.Remove(_provisionalOrder[i]);
        }

        _provisionalOrder.RemoveRange(before, _provisionalOrder.Count - before);
        _lowest = outer;
        return flow.Keep(block, body);
    }
}
