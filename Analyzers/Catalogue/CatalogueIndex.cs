using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Catalogue;

/// <summary>
/// The rows, indexed by simple name first, so that a member that no row names costs one hash. Knows no symbols: the built-in index is read
/// once a process.
/// </summary>
internal sealed class CatalogueIndex
{
    private static readonly Lazy<CatalogueIndex> LazyBuiltIn = new(() => new CatalogueIndex(CatalogueReader.Read(Resources().Select(Text))));

    private readonly Dictionary<string, TypeRow> _types;
    private readonly ILookup<string, TypeRow> _typesByName;
    private readonly HashSet<string> _memberNames;
    private readonly HashSet<string> _typeNames;

    public CatalogueIndex(ImmutableArray<TypeRow> types)
    {
        Types = types;
        _types = types.ToDictionary(type => type.Key);
        _typesByName = types.ToLookup(type => type.SimpleName);
        _memberNames = new HashSet<string>(types.SelectMany(type => type.Members).Select(member => member.Name));
        _typeNames = new HashSet<string>(types.Select(type => type.Key.Substring(type.Key.LastIndexOf('.') + 1)));
        // What applies a layer tells nothing by its name: the layer's does.
        var applying = new HashSet<string>(types.Select(type => type.Call?.Name).OfType<string>());
        var members = types.SelectMany(type => type.Members).Where(member => !applying.Contains(member.Name) && member.Result.Rule != ResultRule.Applies).ToList();
        WakeNames = new HashSet<string>(members.Where(member => Wakes(member) || MakesSink(member)).Select(Name).Concat(types.Where(type => type.Call is { Observes: true }).Select(type => type.SimpleName)));
        HalfNames = new HashSet<string>(members.Where(member => member.Observes).Select(Name));
        ExponentialNames = new HashSet<string>(members.Where(member => member.Result.Operation == Operation.Exp).Select(Name));
        KindNames = new HashSet<string>(members.Where(member => IsPrediction(member.Result)).Select(Name).Concat(ExponentialNames).Concat(types.Where(type => type.Call is { } call && IsPrediction(call.Result)).Select(type => type.SimpleName)));
    }

    public static CatalogueIndex BuiltIn => LazyBuiltIn.Value;

    /// <summary>
    /// The namespaces of the modelled libraries, told from the names of the embedded files alone: the first segment, or all of them for what
    /// is beneath <c>System</c>, which everybody has.
    /// </summary>
    public static ImmutableHashSet<string> Libraries { get; } = Resources()
        .Select(name => name.Substring(0, name.LastIndexOf('.')))
        .Where(name => name != nameof(System))
        .Select(name => name.StartsWith(nameof(System) + ".", StringComparison.Ordinal) ? name : name.Split('.')[0])
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<TypeRow> Types { get; }

    /// <summary>The simple names of sinks and conversions: a body that mentions one is looked at.</summary>
    public HashSet<string> WakeNames { get; }

    /// <summary>The simple names of what shows something only of a kind that arrives: comparing, ordering, logarithms.</summary>
    public HashSet<string> HalfNames { get; }

    /// <summary>The simple names of what gives a kind of prediction.</summary>
    public HashSet<string> KindNames { get; }

    /// <summary>The simple names of exponentials: a softmax may be written with them.</summary>
    public HashSet<string> ExponentialNames { get; }

    public bool HasMember(string name) => _memberNames.Contains(name);

    /// <summary>Whether any modelled type is called so, in metadata: with the arity of generic types, without what is around it.</summary>
    public bool HasType(string name) => _typeNames.Contains(name);

    public TypeRow? Type(string key) => _types.TryGetValue(key, out var type) ? type : null;

    /// <summary>The layer, loss or function object that a type name means where it is written: inside the scope first, then anywhere in its library.</summary>
    public TypeRow? Layer(TypeRow scope, string writtenName)
    {
        var name = writtenName.TrimEnd('?');
        var generic = name.IndexOf('<');
        name = generic < 0 ? name : name.Substring(0, generic);
        for (var prefix = scope.Key; prefix.Length > 0; prefix = prefix.Substring(0, Math.Max(0, prefix.LastIndexOf('.'))))
        {
            if (Type(prefix + "." + name) is { Call: not null } nearest)
            {
                return nearest;
            }
        }

        var suffix = "." + name;
        return _typesByName[name.Substring(name.LastIndexOf('.') + 1)]
            .Where(type => type.Library == scope.Library && type.Call is not null && type.Key.EndsWith(suffix, StringComparison.Ordinal))
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The layer or function that a library knows by a string.</summary>
    public TypeRow? Named(string library, string name) => Types.FirstOrDefault(type => type.Library == library && type.Names.Contains(name));

    /// <summary>How the users of a library write a conversion.</summary>
    public string? Spelling(string library, Kind kind, Link link)
        => Types.Where(type => type.Library == library).SelectMany(type => type.Spellings).FirstOrDefault(s => s.Kind == kind && s.Link == link)?.Expression;

    private static string Name(MemberRow member) => member.Name == MemberRow.ConstructorName ? member.Type.SimpleName : member.Name;

    private static bool Wakes(MemberRow member) => member.IsConversion
        || member.ReceiverNeeds.IsKnown
        || member.Parameters.Any(parameter => parameter.Needs.IsKnown || (parameter.Roles & (ParameterRole.Loss | ParameterRole.Activation)) != 0)
        || !member.Whens.IsEmpty;

    /// <summary>Whether a member makes a layer or loss by another name than that of its type.</summary>
    private bool MakesSink(MemberRow member)
        => member is { Result.Rule: ResultRule.None, Parameters: var parameters } && parameters.All(parameter => (parameter.Roles & ParameterRole.Composes) == 0)
            && member.ReturnType.Length > 0 && Layer(member.Type, member.ReturnType) is { Call: { Observes: true, Result.Rule: not ResultRule.Applies } };

    private static bool IsPrediction(ResultRow result) => result.Kinds.IsKnown && result.Kinds.Any((kind, _) => kind is not (Kind.ClassIndices or Kind.OneHot or Kind.BinaryLabels));

    private static IEnumerable<string> Resources() => typeof(CatalogueIndex).Assembly.GetManifestResourceNames().OrderBy(name => name, StringComparer.Ordinal);

    private static string Text(string resource)
    {
        using var stream = typeof(CatalogueIndex).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
