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
    private readonly Lazy<Reaching> _reaching;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _isAnnotated = annotations.AreUsed;
        _reaching = new(() => annotations.AreUsed
            ? new Reaching(compilation, index, WordReader.Vocabulary, annotations.ForeignNames().ToList())
            : new Reaching(compilation, index, Array.Empty<string>(), Array.Empty<string>()));
    }

    /// <summary>
    /// Whether what a function or a type of the source does can show anything to a rule, itself or by what it calls. What it is handed to
    /// call is not counted.
    /// </summary>
    public bool MayShow(ISymbol symbol) => MayReach(_reaching.Value.Shown, symbol);

    /// <summary>The same of sinks and conversions alone: what is not compared, ordered, or taken the logarithm of.</summary>
    public bool MayMeet(ISymbol symbol) => MayReach(_reaching.Value.Sinks, symbol);

    /// <summary>Whether what a type of the source does can give a kind of prediction.</summary>
    public bool MayGive(INamedTypeSymbol type) => MayReach(_reaching.Value.Kinds, type);

    /// <summary>Whether a body can show anything to a rule, itself or by what it calls.</summary>
    public bool MayShow(SyntaxNode block) => Names(block).Compares || MayReach(_reaching.Value.Shown, block);

    /// <summary>Whether a body may get to a sink or a conversion, itself or by what it calls.</summary>
    public bool MayMeet(SyntaxNode block) => MayReach(_reaching.Value.Sinks, block);

    public bool Wakes(SyntaxNode block)
    {
        var (names, reaching) = (Names(block), _reaching.Value);
        var meant = reaching.Graph.Meant(block);
        if (Array.Exists(meant, reaching.Waking.IsAmong))
        {
            return true;
        }

        // A helper that brings both together may be told by a constant what to make of them.
        for (var i = 0; i < names.Uses.Length; i++)
        {
            if (reaching.Sinks.IsAmong(meant[i]) && reaching.Kinds.IsAmong(meant[i]) && Array.IndexOf(names.Told, names.Uses[i].Name) >= 0)
            {
                return true;
            }
        }

        // What a member overrides or implements may say what it gives.
        if (_isAnnotated && names.Declared is { } own)
        {
            meant = meant.Concat(reaching.Graph.Meant(new[] { new NameUse(null, own) }, TreeNames.Types(block))).ToArray();
        }

        // What a helper's sink gets, or what is compared, is a kind that something else gives.
        var meets = Array.FindAll(meant, one => reaching.Halves.IsAmong(one) || reaching.Sinks.IsAmong(one));
        return (names.Compares || meets.Length > 0) && Array.Exists(meant, one => reaching.Kinds.IsAmong(one) && (names.Compares || meets.Length > 1 || meets[0] != one));
    }

    private static BlockNames Names(SyntaxNode block) => TreeNames.Of(block.SyntaxTree).Names(block);

    private bool MayReach(Closure closure, SyntaxNode block) => Array.Exists(_reaching.Value.Graph.Meant(block), closure.IsAmong);

    private bool MayReach(Closure closure, ISymbol symbol)
    {
        var node = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => null,
            INamedTypeSymbol type => _reaching.Value.Graph.Declared(type.Name, null),
            { ContainingType: { } type } => _reaching.Value.Graph.Declared(type.Name, ((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol).Name),
            _ => null,
        };
        return node is not { } known || closure.Contains(known);
    }

    /// <summary>What the names of a compilation lead to.</summary>
    private sealed class Reaching
    {
        /// <param name="vocabulary">The names of the annotations.</param>
        /// <param name="annotated">The members of other assemblies that have any.</param>
        public Reaching(Compilation compilation, CatalogueIndex index, IEnumerable<string> vocabulary, IReadOnlyCollection<string> annotated)
        {
            var waking = new HashSet<string>(index.WakeNames.Concat(vocabulary));
            var sinks = new HashSet<string>(waking.Append(Loss).Concat(annotated));
            var kinds = new HashSet<string>(index.KindNames.Concat(vocabulary).Concat(annotated));
            var shown = new HashSet<string>(sinks.Concat(index.HalfNames).Concat(index.ExponentialNames));
            Graph = new NameGraph(compilation.SyntaxTrees.Select(TreeNames.Of).ToArray(), shown.Concat(kinds));
            Waking = new(Graph.Words(waking));
            Sinks = new(Graph.Close(sinks));
            Kinds = new(Graph.Close(kinds));
            Halves = new(Graph.CloseCode(index.HalfNames, throughTypes: false));
            Shown = new(Graph.CloseCode(shown, throughTypes: true));
        }

        public NameGraph Graph { get; }

        /// <summary>What is worth a look by itself.</summary>
        public Closure Waking { get; }

        /// <summary>What needs a kind.</summary>
        public Closure Sinks { get; }

        /// <summary>What gives a kind of prediction.</summary>
        public Closure Kinds { get; }

        /// <summary>What compares, orders, or takes logarithms, of what it is given.</summary>
        public Closure Halves { get; }

        /// <summary>All that a rule may have something to say about.</summary>
        public Closure Shown { get; }
    }

    /// <summary>The nodes that lead to some words.</summary>
    private sealed class Closure(bool[] reached)
    {
        public bool Contains(int node) => reached[node];

        /// <summary>Whether what a name may mean leads there.</summary>
        public bool IsAmong(int[] meant)
        {
            foreach (var node in meant)
            {
                if (reached[node])
                {
                    return true;
                }
            }

            return false;
        }
    }
}
