using System.Collections.Generic;
using System.Linq;

namespace Logits.Analyzers.Flow;

/// <summary>
/// Which names lead to which, by how they are written and without binding anything. A name that stands alone is a member of the types
/// around it or of their relatives, or it is a type; one after the dot of a type is its static member; one after any other dot is an
/// extension, or tells nothing that the name before the dot, by its declared type, does not tell already.
/// </summary>
internal sealed class NameGraph
{
    /// <summary>Under this name a family has all that its types declare.</summary>
    private const string Everything = "";

    private static readonly NameUse[] s_nothing = System.Array.Empty<NameUse>();

    private readonly Dictionary<string, string> _families = new();
    private readonly Dictionary<string, string> _aliases = new();
    private readonly HashSet<string> _staticUsings = new();
    private readonly Dictionary<(string Family, string Member), int> _members = new();
    private readonly HashSet<string> _types = new();
    private readonly Dictionary<string, int> _extensions = new();

    private readonly List<Node> _nodes = new();
    private readonly List<List<int>?> _leadingTo = new();

    public NameGraph(IReadOnlyCollection<TreeNames> trees)
    {
        var declarations = trees.SelectMany(tree => tree.Declarations).ToList();
        foreach (var declaration in declarations.Where(declaration => declaration.Types.Count > 0))
        {
            _types.Add(declaration.Types[0]);
        }

        foreach (var tree in trees)
        {
            foreach (var (type, parent) in tree.Bases)
            {
                if (_types.Contains(parent) && Family(type) is var family && Family(parent) is var other && family != other)
                {
                    _families[family] = other;
                }
            }

            foreach (var (alias, name) in tree.Aliases)
            {
                _aliases[alias] = name;
            }

            _staticUsings.UnionWith(tree.StaticUsings.Where(_types.Contains));
        }

        foreach (var declaration in declarations)
        {
            Add(declaration);
        }

        var named = _members.ToLookup(member => member.Key.Member, member => member.Value);
        foreach (var assigned in trees.SelectMany(tree => tree.Assignments))
        {
            var targets = Targets(assigned, named);
            if (targets.Count > 0)
            {
                var value = Add(new Node(assigned.Types, assigned.Value));
                targets.ForEach(target => Lead(target, value));
            }
        }

        var meant = new List<int>();
        for (var node = 0; node < _nodes.Count; node++)
        {
            foreach (var use in _nodes[node].Uses)
            {
                Meant(_nodes[node].Types, use, meant);
            }

            meant.ForEach(to => Lead(node, to));
            meant.Clear();
        }
    }

    /// <summary>The nodes that lead to one of the seeds, by whatever detour.</summary>
    public bool[] Close(HashSet<string> seeds) => Close(node => node.Mentions(seeds), throughTypes: true);

    /// <summary>The nodes of which the code mentions one of the seeds or compares numbers, or leads to such code.</summary>
    /// <param name="throughTypes">Whether who makes an object leads to all that its members do.</param>
    public bool[] CloseCode(HashSet<string> seeds, bool throughTypes) => Close(node => !node.IsHead && (node.Compares || node.Mentions(seeds)), throughTypes);

    private bool[] Close(System.Func<Node, bool> isSeed, bool throughTypes)
    {
        var reached = new bool[_nodes.Count];
        var open = new Queue<int>();
        for (var node = 0; node < reached.Length; node++)
        {
            if (isSeed(_nodes[node]))
            {
                reached[node] = true;
                open.Enqueue(node);
            }
        }

        while (open.Count > 0)
        {
            foreach (var from in _leadingTo[open.Dequeue()] ?? Enumerable.Empty<int>())
            {
                if (!reached[from] && (throughTypes || !_nodes[from].IsType))
                {
                    reached[from] = true;
                    open.Enqueue(from);
                }
            }
        }

        return reached;
    }

    /// <summary>Adds what a name may mean where it is written.</summary>
    public void Meant(IReadOnlyList<string> types, NameUse use, List<int> meant)
    {
        if (use.Of is not (null or NameUse.This))
        {
            if (use.Of.Length > 0 && Unaliased(use.Of) is var of && _types.Contains(of))
            {
                Find(of, use.Name, meant);
            }

            if (_extensions.TryGetValue(use.Name, out var extension))
            {
                meant.Add(extension);
            }

            return;
        }

        foreach (var type in types)
        {
            Find(type, use.Name, meant);
        }

        foreach (var type in _staticUsings)
        {
            Find(type, use.Name, meant);
        }

        // Who mentions a type may make one, and all that its members do goes with it.
        if (!use.IsQualifier && Unaliased(use.Name) is var name && _types.Contains(name))
        {
            Find(name, Everything, meant);
        }
    }

    /// <summary>What a member of a type stands for; for null, and for one of no consequence, all that the type declares.</summary>
    public int? Declared(string type, string? member)
        => member is not null && _members.TryGetValue((Family(type), member), out var node) ? node
            : _members.TryGetValue((Family(type), Everything), out node) ? node
            : null;

    private void Find(string type, string member, List<int> found)
    {
        if (_members.TryGetValue((Family(type), member), out var node))
        {
            found.Add(node);
        }
    }

    /// <summary>Types that derive from one another are one family: what one leaves open another fills in.</summary>
    private string Family(string type)
    {
        while (_families.TryGetValue(type, out var parent))
        {
            type = parent;
        }

        return type;
    }

    private string Unaliased(string name) => _aliases.TryGetValue(name, out var meant) ? meant : name;

    private void Add(Declaration declaration)
    {
        var node = Add(new Node(declaration.Types, declaration.Code.Uses) { Compares = declaration.Code.Compares, IsHead = declaration.IsHead });
        var family = Family(declaration.Types.FirstOrDefault() ?? Everything);
        var all = Name(_members, (family, Everything));
        _nodes[all].IsType = true;
        Lead(all, node);
        if (declaration is { Member: { } member, Carries: true })
        {
            Lead(Name(_members, (family, member)), node);
            if (declaration.IsExtension)
            {
                Lead(Name(_extensions, member), node);
            }
        }
    }

    /// <summary>The members that an assignment may be to: of the types around it, or of any.</summary>
    private List<int> Targets(Assigned assigned, ILookup<string, int> named)
    {
        if (assigned.Target.Of is not (null or NameUse.This))
        {
            return named[assigned.Target.Name].ToList();
        }

        var targets = new List<int>();
        foreach (var type in assigned.Types)
        {
            Find(type, assigned.Target.Name, targets);
        }

        return targets;
    }

    private int Add(Node node)
    {
        _nodes.Add(node);
        _leadingTo.Add(null);
        return _nodes.Count - 1;
    }

    private int Name<TKey>(Dictionary<TKey, int> names, TKey name)
        where TKey : notnull
    {
        if (!names.TryGetValue(name, out var node))
        {
            names[name] = node = Add(new Node(System.Array.Empty<string>(), s_nothing));
        }

        return node;
    }

    private void Lead(int from, int to) => (_leadingTo[to] ??= new List<int>()).Add(from);

    /// <summary>A piece of code with the names in it, or a name that stands for several.</summary>
    private sealed class Node(IReadOnlyList<string> types, NameUse[] uses)
    {
        public IReadOnlyList<string> Types { get; } = types;

        public NameUse[] Uses { get; } = uses;

        public bool Compares { get; init; }

        public bool IsHead { get; init; }

        /// <summary>Whether it stands for all that a family of types declares.</summary>
        public bool IsType { get; set; }

        public bool Mentions(HashSet<string> seeds)
        {
            foreach (var use in Uses)
            {
                if (seeds.Contains(use.Name))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
