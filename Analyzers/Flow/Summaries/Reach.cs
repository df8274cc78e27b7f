using System;
using System.Collections.Generic;
using System.Linq;
using Logits.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which bodies are worth looking at, told from names alone: a body that mentions a sink or a conversion, or that brings together what
/// reaches one and what reaches a kind. A member that mentions a reaching name reaches.
/// </summary>
internal sealed class Reach
{
    /// <summary>The type of a loss that is handed over, in the libraries that have one for all losses.</summary>
    private const string Loss = "Loss";

    private readonly CatalogueIndex _index;
    private readonly HashSet<string> _waking;
    private readonly Lazy<(HashSet<string> Sinks, HashSet<string> Kinds)> _reaching;

    public Reach(Compilation compilation, CatalogueIndex index, Annotations annotations)
    {
        _index = index;
        _waking = annotations.AreUsed ? new HashSet<string>(index.WakeNames.Concat(WordReader.Vocabulary)) : index.WakeNames;
        _reaching = new(() =>
        {
            var mentions = compilation.SyntaxTrees.SelectMany(tree => TreeNames.Of(tree).Mentions).ToArray();
            var annotated = annotations.AreUsed ? WordReader.Vocabulary.Concat(annotations.ForeignNames()).ToList() : new List<string>();
            return (Close(mentions, index.WakeNames.Append(Loss).Concat(annotated)), Close(mentions, index.KindNames.Concat(annotated)));
        });
    }

    public bool Wakes(SyntaxNode block)
    {
        var names = TreeNames.Of(block.SyntaxTree).Names(block);
        if (names.Names.Any(_waking.Contains))
        {
            return true;
        }

        // What a helper's sink gets, or what is compared, is a kind that something else gives.
        var (sinks, kinds) = _reaching.Value;
        var meets = names.Names.Where(name => sinks.Contains(name) || _index.HalfNames.Contains(name)).Take(2).ToList();
        return (names.Compares || meets.Count > 0) && names.Names.Any(name => kinds.Contains(name) && (names.Compares || meets.Count > 1 || meets[0] != name));
    }

    /// <summary>The names whose mention leads to one of these.</summary>
    private static HashSet<string> Close(Mention[] mentions, IEnumerable<string> seeds)
    {
        var reached = new HashSet<string>(seeds);
        var open = mentions.ToArray();
        for (var (count, before) = (open.Length, -1); count != before;)
        {
            // What is not reached yet moves to the front, to be asked again.
            (before, count) = (count, 0);
            for (var i = 0; i < before; i++)
            {
                if (reached.Contains(open[i].Declared))
                {
                    continue;
                }

                if (open[i].Names.Any(reached.Contains))
                {
                    reached.Add(open[i].Declared);
                }
                else
                {
                    open[count++] = open[i];
                }
            }
        }

        return reached;
    }
}
