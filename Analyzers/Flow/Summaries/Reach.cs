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

    private readonly bool _isAnnotated;
    private readonly HashSet<string> _waking;
    private readonly Lazy<Reaching> _reaching;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _isAnnotated = annotations.AreUsed;
        _waking = annotations.AreUsed ? new HashSet<string>(index.WakeNames.Concat(WordReader.Vocabulary)) : index.WakeNames;
        _reaching = new(() => new Reaching(compilation, index, annotations.AreUsed ? WordReader.Vocabulary.Concat(annotations.ForeignNames()).ToList() : Array.Empty<string>()));
    }

    /// <summary>
    /// Whether what a function or a type of the source does can show anything to a rule, itself or by what it calls. What it is handed to
    /// call is not counted.
    /// </summary>
    public bool MayShow(ISymbol symbol)
    {
        var node = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
            INamedTypeSymbol type => _reaching.Value.Graph.Declared(type.Name, null),
            { ContainingType: { } type } => _reaching.Value.Graph.Declared(type.Name, ((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol).Name),
            _ => null,
        };
        return node is not { } known || _reaching.Value.Shown.Contains(known);
    }

    /// <summary>Whether a body can show anything to a rule, itself or by what it calls.</summary>
    public bool MayShow(SyntaxNode block)
    {
        var names = TreeNames.Of(block.SyntaxTree).Names(block);
        return names.Compares || _reaching.Value.Shown.Among(names.Uses, TreeNames.Types(block)).Any();
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

        // What a member overrides or implements may say what it gives.
        IEnumerable<NameUse> uses = _isAnnotated && names.Declared is { } own ? names.Uses.Append(new NameUse(null, own)) : names.Uses;

        // What a helper's sink gets, or what is compared, is a kind that something else gives.
        var (types, reaching) = (TreeNames.Types(block), _reaching.Value);
        var meets = reaching.Halves.Among(uses, types).Union(reaching.Sinks.Among(uses, types)).Take(2).ToList();
        return (names.Compares || meets.Count > 0) && reaching.Kinds.Among(uses, types).Any(use => names.Compares || meets.Count > 1 || !meets[0].Equals(use));
    }

    /// <summary>What the names of a compilation lead to.</summary>
    private sealed class Reaching
    {
        public Reaching(Compilation compilation, CatalogueIndex index, IReadOnlyCollection<string> annotated)
        {
            var graph = new NameGraph(compilation.SyntaxTrees.Select(TreeNames.Of).ToArray());
            var sinks = new HashSet<string>(index.WakeNames.Append(Loss).Concat(annotated));
            var kinds = new HashSet<string>(index.KindNames.Concat(annotated));
            var shown = new HashSet<string>(sinks.Concat(index.HalfNames).Concat(index.ExponentialNames));
            Graph = graph;
            Sinks = new(graph, sinks, graph.Close(sinks));
            Kinds = new(graph, kinds, graph.Close(kinds));
            Halves = new(graph, index.HalfNames, graph.CloseCode(index.HalfNames, throughTypes: false));
            Shown = new(graph, shown, graph.CloseCode(shown, throughTypes: true));
        }

        public NameGraph Graph { get; }

        /// <summary>What needs a kind.</summary>
        public Closure Sinks { get; }

        /// <summary>What gives a kind of prediction.</summary>
        public Closure Kinds { get; }

        /// <summary>What compares, orders, or takes logarithms, of what it is given.</summary>
        public Closure Halves { get; }

        /// <summary>All that a rule may have something to say about.</summary>
        public Closure Shown { get; }
    }

    /// <summary>Some names, and the nodes that lead to them.</summary>
    private sealed class Closure(NameGraph graph, HashSet<string> seeds, bool[] reached)
    {
        public bool Contains(int node) => reached[node];

        /// <summary>Those of a body's names that are seeds or lead to one.</summary>
        public IEnumerable<NameUse> Among(IEnumerable<NameUse> uses, IReadOnlyList<string> types)
        {
            var meant = new List<int>();
            foreach (var use in uses)
            {
                meant.Clear();
                graph.Meant(types, use, meant);
                if (seeds.Contains(use.Name) || meant.Exists(Contains))
                {
                    yield return use;
                }
            }
        }
    }
}
