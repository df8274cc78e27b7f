using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which names lead to which, by how they are written and without binding anything. A name that stands alone is a member of the types
/// around it or of their relatives, or it is a type; one after the dot of a type is its static member; one after any other dot is an
/// extension, or tells nothing that the name before the dot, by its declared type, does not tell already.
/// </summary>
internal sealed class NameGraph
{
    private readonly Dictionary<string, Name> _names = new();
    private readonly Family _program = new();
    private readonly HashSet<Family> _staticUsings = new();
    private readonly List<Node> _nodes = new();
    private readonly ConcurrentDictionary<BlockNames, int[][]> _meant = new();

    /// <param name="words">The names that matter by themselves, whatever they mean; any other matters for what it leads to.</param>
    public NameGraph(IReadOnlyCollection<TreeNames> trees, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Named(word).Word ??= Add(new Node { IsWord = true });
        }

        var declarations = trees.SelectMany(tree => tree.Declarations).ToList();
        Relate(trees, declarations);
        var nodes = declarations.ConvertAll(Add);
        for (var i = 0; i < nodes.Count; i++)
        {
            Lead(nodes[i], Meant(declarations[i].Code, declarations[i].Types));
        }

        var named = _names.Values.Select(name => name.Type?.Root).OfType<Family>().Append(_program).Distinct().SelectMany(family => family.Members).ToLookup(member => member.Key, member => member.Value);
        foreach (var assigned in trees.SelectMany(tree => tree.Assignments))
        {
            var targets = Targets(assigned, named);
            if (targets.Count > 0)
            {
                var value = Add(new Node());
                targets.ForEach(target => Lead(target, value));
                Lead(value, Meant(assigned.Value, assigned.Types));
            }
        }
    }

    /// <summary>The words themselves.</summary>
    public bool[] Words(IEnumerable<string> words)
    {
        var those = new bool[_nodes.Count];
        foreach (var word in words)
        {
            those[_names[word].Word!.Value] = true;
        }

        return those;
    }

    /// <summary>The nodes that lead to one of the words, by whatever detour.</summary>
    public bool[] Close(IEnumerable<string> words) => Close(words, ofCode: false, throughTypes: true);

    /// <summary>The nodes of which the code mentions one of the words or compares numbers, or leads to such code.</summary>
    /// <param name="throughTypes">Whether who makes an object leads to all that its members do.</param>
    public bool[] CloseCode(IEnumerable<string> words, bool throughTypes) => Close(words, ofCode: true, throughTypes);

    /// <summary>What each of the names in a block may mean.</summary>
    public int[][] Meant(SyntaxNode block)
    {
        var code = TreeNames.Of(block.SyntaxTree).Names(block);
        return _meant.TryGetValue(code, out var known) ? known : Meant(code, TreeNames.Types(block));
    }

    /// <summary>What each of a few names may mean.</summary>
    public int[][] Meant(NameUse[] uses, IReadOnlyList<string> types)
    {
        var around = types.Select(Type).OfType<Family>().Concat(_staticUsings).ToArray();
        var found = new List<int>();
        var meant = new int[uses.Length][];
        for (var i = 0; i < uses.Length; i++)
        {
            found.Clear();
            Find(uses[i], around, found);
            meant[i] = found.Count == 0 ? Array.Empty<int>() : found.ToArray();
        }

        return meant;
    }

    /// <summary>What a member of a type stands for; for null, and for one of no consequence, all that the type declares.</summary>
    public int? Declared(string type, string? member) => Type(type) is { } family ? (member is null ? null : family.Member(member)) ?? family.Root.All : null;

    private int[][] Meant(BlockNames code, IReadOnlyList<string> types) => _meant.TryGetValue(code, out var known) ? known : _meant.GetOrAdd(code, Meant(code.Uses, types));

    private bool[] Close(IEnumerable<string> words, bool ofCode, bool throughTypes)
    {
        var reached = Words(words);
        var open = new Queue<int>(Enumerable.Range(0, reached.Length).Where(node => reached[node]));
        void Reach(int node)
        {
            if (!reached[node])
            {
                reached[node] = true;
                open.Enqueue(node);
            }
        }

        for (var node = 0; ofCode && node < reached.Length; node++)
        {
            if (_nodes[node].Compares)
            {
                Reach(node);
            }
        }

        while (open.Count > 0)
        {
            var to = _nodes[open.Dequeue()];
            foreach (var from in to.LeadingHere)
            {
                if ((throughTypes || !_nodes[from].IsType) && !(ofCode && to.IsWord && _nodes[from].IsHead))
                {
                    Reach(from);
                }
            }
        }

        return reached;
    }

    private void Find(NameUse use, Family[] around, List<int> found)
    {
        _names.TryGetValue(use.Name, out var name);
        if (use.Before is not (null or NameUse.This))
        {
            _names.TryGetValue(use.Before, out var of);
            if (of is { IsEnum: true, Type: null })
            {
                return;
            }

            Add(name?.Word);
            Add(of?.Type?.Member(use.Name));
            Add(name?.Extension);
            return;
        }

        Add(name?.Word);
        foreach (var family in around)
        {
            Add(family.Member(use.Name));
        }

        // Who mentions a type may make one, and all that its members do goes with it.
        Add(use.IsQualifier ? null : name?.Type?.Root.All);

        void Add(int? node)
        {
            if (node is { } known)
            {
                found.Add(known);
            }
        }
    }

    private Name Named(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names[name] = known = new Name();
        }

        return known;
    }

    private Family? Type(string name) => _names.TryGetValue(name, out var known) ? known.Type : null;

    /// <summary>The types that are declared, which of them are relatives, and how else they are called.</summary>
    private void Relate(IReadOnlyCollection<TreeNames> trees, List<Declaration> declarations)
    {
        foreach (var declaration in declarations.Where(declaration => declaration.Types.Count > 0))
        {
            Named(declaration.Types[0]).Type ??= new Family();
        }

        foreach (var (type, parent) in trees.SelectMany(tree => tree.Bases))
        {
            Unite(Type(type), Type(parent));
        }

        foreach (var (alias, name) in trees.SelectMany(tree => tree.Aliases))
        {
            // What is a type elsewhere may be either here.
            Unite(Type(alias), Type(name));
            Named(alias).Type ??= Type(name);
        }

        foreach (var name in trees.SelectMany(tree => tree.Enums))
        {
            Named(name).IsEnum = true;
        }

        _staticUsings.UnionWith(trees.SelectMany(tree => tree.StaticUsings).Select(Type).OfType<Family>());
    }

    private static void Unite(Family? family, Family? other)
    {
        if (family is not null && other is not null && family.Root != other.Root)
        {
            family.Root.Parent = other.Root;
        }
    }

    private int Add(Declaration declaration)
    {
        var node = Add(new Node { Compares = declaration.Code.Compares && !declaration.IsHead, IsHead = declaration.IsHead });
        var family = (declaration.Types.Count > 0 ? Type(declaration.Types[0])! : _program).Root;
        Lead(family.All ??= Add(new Node { IsType = true }), node);
        if (declaration is { Member: { } member, Carries: true })
        {
            Lead(family.Member(member) ?? (family.Members[member] = Add(new Node())), node);
            if (declaration.IsExtension)
            {
                Lead(Named(member).Extension ??= Add(new Node()), node);
            }
        }

        return node;
    }

    /// <summary>The members that an assignment may be to: of the types around it, or of any.</summary>
    private List<int> Targets(Assigned assigned, ILookup<string, int> named)
        => assigned.Target.Before is null or NameUse.This
            ? assigned.Types.Select(type => Type(type)?.Member(assigned.Target.Name)).OfType<int>().ToList()
            : named[assigned.Target.Name].ToList();

    private int Add(Node node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    private void Lead(int from, int to) => _nodes[to].LeadingHere.Add(from);

    private void Lead(int from, int[][] meant)
    {
        foreach (var one in meant)
        {
            foreach (var to in one)
            {
                Lead(from, to);
            }
        }
    }

    /// <summary>What a name by itself may stand for.</summary>
    private sealed class Name
    {
        public int? Word { get; set; }

        public Family? Type { get; set; }

        public int? Extension { get; set; }

        public bool IsEnum { get; set; }
    }

    /// <summary>Types that derive from one another: what one leaves open another fills in.</summary>
    private sealed class Family
    {
        public Family? Parent { get; set; }

        public Family Root => Parent?.Root ?? this;

        /// <summary>The members of all of them, by name; kept at the root.</summary>
        public Dictionary<string, int> Members { get; } = new();

        /// <summary>What stands for all that they declare; kept at the root.</summary>
        public int? All { get; set; }

        public int? Member(string name) => Root.Members.TryGetValue(name, out var node) ? node : null;
    }

    /// <summary>A piece of code, or a name that stands for several.</summary>
    private sealed class Node
    {
        public bool Compares { get; init; }

        public bool IsHead { get; init; }

        public bool IsWord { get; init; }

        /// <summary>Whether it stands for all that a family of types declares.</summary>
        public bool IsType { get; init; }

        public List<int> LeadingHere { get; } = new();
    }
}
