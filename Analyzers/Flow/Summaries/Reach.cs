using System;
using System.Collections.Generic;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which bodies are worth looking at, told from names alone: a body that mentions a sink or a conversion, or that brings together what
/// reaches one and what reaches a kind.
/// </summary>
internal sealed class Reach
{
    /// <summary>The type of a loss that is handed over, in the libraries that have one for all losses.</summary>
    private const string Loss = "Loss";

    private readonly CatalogueIndex _index;
    private readonly bool _isAnnotated;
    private readonly HashSet<string> _waking;
    private readonly HashSet<string> _sinks;
    private readonly HashSet<string> _kinds;
    private readonly HashSet<string> _shown;
    private readonly Lazy<(NameGraph Graph, bool[] Sinks, bool[] Kinds, bool[] Shown)> _reaching;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _index = index;
        _isAnnotated = annotations.AreUsed;
        var annotated = annotations.AreUsed ? WordReader.Vocabulary.Concat(annotations.ForeignNames()).ToList() : new List<string>();
        _waking = annotations.AreUsed ? new HashSet<string>(index.WakeNames.Concat(WordReader.Vocabulary)) : index.WakeNames;
        _sinks = new HashSet<string>(index.WakeNames.Append(Loss).Concat(annotated));
        _kinds = new HashSet<string>(index.KindNames.Concat(annotated));
        _shown = new HashSet<string>(_sinks.Concat(index.HalfNames).Concat(index.ExponentialNames));
        _reaching = new(() =>
        {
            var graph = new NameGraph(compilation.SyntaxTrees.Select(TreeNames.Of).ToArray());
            return (graph, graph.Close(_sinks), graph.Close(_kinds), graph.CloseCode(_shown));
        });
    }

    /// <summary>
    /// Whether what a function or a type of the source does can show anything to a rule, itself or by what it calls. What it is handed to
    /// call is not counted.
    /// </summary>
    public bool MayShow(ISymbol symbol)
    {
        var (graph, _, _, shown) = _reaching.Value;
        return symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } || (symbol switch
        {
            INamedTypeSymbol type => graph.Declared(type.Name, null),
            { ContainingType: { } type } => graph.Declared(type.Name, ((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol).Name),
            _ => null,
        }) is not { } node || shown[node];
    }

    /// <summary>Whether a body can show anything to a rule, itself or by what it calls.</summary>
    public bool MayShow(SyntaxNode block)
    {
        var names = TreeNames.Of(block.SyntaxTree).Names(block);
        return names.Compares || Reaches(names.Uses, TreeNames.Types(block), _shown, _reaching.Value.Shown).Any();
    }

    public bool Wakes(SyntaxNode block)
    {
        var names = TreeNames.Of(block.SyntaxTree).Names(block);
        foreach (var use in names.Uses)
        {
            if (_waking.Contains(use.Name))
            {
                return true;
            }
        }

        // What a helper's sink gets, or what is compared, is a kind that something else gives.
        var types = TreeNames.Types(block);
        var (_, sinks, kinds, _) = _reaching.Value;

        // What a member overrides or implements may say what it gives.
        IEnumerable<NameUse> uses = _isAnnotated && names.Declared is { } own ? names.Uses.Append(new NameUse(null, own)) : names.Uses;
        var meets = uses.Where(use => _index.HalfNames.Contains(use.Name)).Union(Reaches(uses, types, _sinks, sinks)).Take(2).ToList();
        return (names.Compares || meets.Count > 0) && Reaches(uses, types, _kinds, kinds).Any(use => names.Compares || meets.Count > 1 || !meets[0].Equals(use));
    }

    /// <summary>The names that are seeds or lead to one.</summary>
    private IEnumerable<NameUse> Reaches(IEnumerable<NameUse> uses, IReadOnlyList<string> types, HashSet<string> seeds, bool[] reached)
    {
        var graph = _reaching.Value.Graph;
        var meant = new List<int>();
        foreach (var use in uses)
        {
            meant.Clear();
            graph.Meant(types, use, meant);
            if (seeds.Contains(use.Name) || meant.Exists(node => reached[node]))
            {
                yield return use;
            }
        }
    }
}
